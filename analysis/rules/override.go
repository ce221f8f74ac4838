package rules

import (
	"maps"
	"math/big"
	"slices"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest/record"
	"rapor/ingest/text"
)

// Book reads the register as one office uses it: with the parameters that
// rapor.yaml replaces. The zero Book is the register itself.
type Book struct{ own map[string]string }

// With returns the register with an office's own values, by parameter id or
// table row ("ikpa.bobot.revisi"). They hold on every date on which the
// register has the parameter: an override never makes a rule where there is
// none. Texts that Check refuses are ignored.
func With(own map[string]string) Book { return Book{own} }

// Check reports why a value cannot replace a parameter: no such id, a table
// without the row, a wrong count of numbers, no number.
func Check(id, value string) error {
	p, key, ok := target(id)
	if !ok {
		return text.Errorf("aturan %q tidak ada; rapor rules menampilkan semuanya", "there is no rule %q; rapor rules lists them", id)
	}
	if p.Informational {
		return text.Errorf("aturan %s hanya keterangan; tidak ada nilai yang dihitung darinya",
			"rule %s is information only; nothing is computed from it", id)
	}
	values, err := numbers(value)
	if err != nil {
		return text.Errorf("aturan %s: %w", "rule %s: %w", id, err)
	}
	want := 1
	if key != "" {
		r, _ := p.row(key)
		want = len(r.numbers())
	} else if p.Versions[0].Value == nil {
		return text.Errorf("aturan %s adalah tabel; sebutkan barisnya, misalnya %s.%s",
			"rule %s is a table; name its row, such as %s.%s", id, id, p.Versions[0].Rows[0].Key)
	}
	if len(values) != want || want == 0 {
		return text.Errorf("aturan %s memuat %d bilangan, bukan %d", "rule %s holds %d numbers, not %d", id, want, len(values))
	}
	for _, v := range values {
		if r, whole := bounds[p.Unit]; whole && (!v.IsInt() || v.Cmp(big.NewRat(r[0], 1)) < 0 || v.Cmp(big.NewRat(r[1], 1)) > 0) {
			return text.Errorf("aturan %s: %q; harus bilangan bulat %d sampai %d",
				"rule %s: %q; it must be a whole number from %d to %d", id, value, r[0], r[1])
		}
		if v.Sign() < 0 {
			return text.Errorf("aturan %s: %q; tidak boleh negatif", "rule %s: %q; it must not be negative", id, value)
		}
	}
	return nil
}

// bounds are the units whose values are whole, with what they may be.
var bounds = map[string][2]int64{"working_days": {0, 366}, "working_day": {0, 31}, "days": {0, 366}, "month": {1, 12}, "decimals": {0, 9}, "rounding": {0, 9}, "years": {1, 50}, "count": {0, 1000}, "yes_no": {0, 1}}

// row is the row with a key in the latest version that has one.
func (p *Parameter) row(key string) (Row, bool) {
	for _, v := range slices.Backward(p.Versions) {
		for _, r := range v.Rows {
			if r.Key == key {
				return r, true
			}
		}
	}
	return Row{}, false
}

// target finds the parameter, and the row key, that an id names.
func target(id string) (p Parameter, key string, ok bool) {
	if p, ok = FindParameter(id); ok {
		return p, "", true
	}
	for _, p := range Parameters() {
		key, found := strings.CutPrefix(id, p.ID+".")
		if !found {
			continue
		}
		if _, ok := p.row(key); ok {
			return p, key, true
		}
	}
	return Parameter{}, "", false
}

// numbers reads "17", "12,5" or "20/50/75/95".
func numbers(value string) ([]*big.Rat, error) {
	var out []*big.Rat
	for _, s := range strings.Split(value, "/") {
		v, ok := new(big.Rat).SetString(strings.Replace(strings.TrimSpace(s), ",", ".", 1))
		if !ok {
			return nil, text.Errorf("%q bukan bilangan", "%q is not a number", value)
		}
		out = append(out, v)
	}
	return out, nil
}

// Number is the value of a parameter in force on a day.
func (b Book) Number(id string, d record.Day) (*big.Rat, bool) {
	p, ok := FindParameter(id)
	if !ok {
		return nil, false
	}
	v, ok := p.At(d)
	if !ok || v.Value == nil {
		return nil, false
	}
	if own, ok := b.value(id); ok && len(own) == 1 {
		return own[0], true
	}
	return new(big.Rat).Set(v.Value), true
}

// Whole is a parameter whose unit is whole (days, decimals), in force on a
// day; 0 when the register has none for it.
func (b Book) Whole(id string, d record.Day) int {
	v, ok := b.Number(id, d)
	if !ok || !v.IsInt() || !v.Num().IsInt64() {
		return 0
	}
	return int(v.Num().Int64())
}

// Rows is the table of a parameter in force on a day.
func (b Book) Rows(id string, d record.Day) (Table, bool) {
	p, ok := FindParameter(id)
	if !ok {
		return nil, false
	}
	v, ok := p.At(d)
	if !ok || v.Rows == nil {
		return nil, false
	}
	return b.rows(p.ID, v.Rows), true
}

// rows is a table with the office's own rows in it.
func (b Book) rows(id string, in Table) Table {
	rows := slices.Clone(in)
	for i := range rows {
		if own, ok := b.value(id + "." + rows[i].Key); ok && len(own) == len(rows[i].numbers()) {
			rows[i] = rows[i].with(own)
		}
	}
	return rows
}

// In is a version of a parameter as the office uses it; own reports whether
// the office replaced something in it.
func (b Book) In(p *Parameter, v Version) (out Version, own bool) {
	out = v
	if x, ok := b.value(p.ID); ok && len(x) == 1 && v.Value != nil {
		out.Value, own = x[0], true
	}
	out.Rows = b.rows(p.ID, v.Rows)
	for i := range v.Rows {
		_, replaced := b.own[p.ID+"."+v.Rows[i].Key]
		own = own || replaced
	}
	return out, own
}

// Under is the book with one parameter as another reading has it.
func (b Book) Under(p *Parameter, r Reading) Book {
	own := maps.Clone(b.own)
	if own == nil {
		own = map[string]string{}
	}
	if r.Value != nil {
		own[p.ID] = Decimal(r.Value)
	}
	for i := range r.Rows {
		var list []string
		for _, x := range r.Rows[i].numbers() {
			list = append(list, Decimal(x))
		}
		own[p.ID+"."+r.Rows[i].Key] = strings.Join(list, "/")
	}
	return Book{own}
}

// Own is what the office replaced, as rapor.yaml has it.
func (b Book) Own() map[string]string { return b.own }

func (b Book) value(id string) ([]*big.Rat, bool) {
	value, ok := b.own[id]
	if !ok || Check(id, value) != nil {
		return nil, false
	}
	v, _ := numbers(value)
	return v, true
}

// Said tells, for the rules an indicator rests on, every parameter that the
// office replaced, so that a value never hides it.
func (b Book) Said(basis []string) []result.Text {
	var ids []string
	for id := range b.own {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var out []result.Text
	for _, id := range ids {
		p, _, ok := target(id)
		if !ok || Check(id, b.own[id]) != nil || !slices.Contains(basis, p.Rule) {
			continue
		}
		out = append(out, result.T("Aturan {0} diganti kantor menjadi {1} (rapor.yaml).", "Rule {0} was replaced by the office: {1} (rapor.yaml).",
			result.Str(id), result.Str(b.own[id])).Outside("Aturan {0} diganti kantor menjadi {1}.", "Rule {0} was replaced by the office: {1}."))
	}
	return out
}
