package chart

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math/big"
	"os"
	"slices"
	"strings"
	"testing"

	"rapor/analysis/result"
	"rapor/templates/format"
)

// figure makes a small figure of a kind with a gap in it.
func figure(kind result.FigureKind, labels ...string) result.Figure {
	f := result.Figure{ID: "uji-" + string(kind), Kind: kind, Unit: result.Seconds, Lines: []result.Line{{Name: result.T("Batas atas", "Upper limit"), Role: result.RoleLimit, Value: 9000, Last: len(labels) - 1}}}
	for s := range 2 {
		series := result.Series{Name: result.Str("seri " + string(rune('A'+s))), Role: []result.Role{result.RoleBefore, result.RoleAfter}[s]}
		for i := range labels {
			d := result.Datum{Value: big.NewRat(int64(600*(i+1+s)), 1), N: 10}
			if i == 1 {
				d.Value = nil
			}
			lo, hi := 300.0, 5000.0
			d.Lo, d.Hi = &lo, &hi
			series.Points = append(series.Points, d)
		}
		f.Series = append(f.Series, series)
	}
	for _, l := range labels {
		f.X.Labels = append(f.X.Labels, result.Str(l))
	}
	return f
}

func TestEveryKindHasABuilder(t *testing.T) {
	for _, k := range result.FigureKinds {
		f := figure(k, "a", "b", "c")
		b, err := Option(&f, format.ID)
		if err != nil {
			t.Errorf("%s: %v", k, err)
		}
		if !json.Valid(b) || bytes.Contains(b, []byte("NaN")) {
			t.Errorf("%s: %s", k, b)
		}
	}
	if len(builders) != len(result.FigureKinds) {
		t.Errorf("%d builders for %d kinds", len(builders), len(result.FigureKinds))
	}
}

// TestDrawingsAreWellFormedAndStable: every kind draws as XML, with the same
// bytes whatever was drawn before and by whichever worker.
func TestDrawingsAreWellFormedAndStable(t *testing.T) {
	var figs []result.Figure
	for _, k := range result.FigureKinds {
		figs = append(figs, figure(k, "Jan", "Feb", "Mar", "Apr"))
	}
	one, err := DrawAll(t.Context(), figs, format.ID, 1)
	if err != nil {
		t.Fatal(err)
	}
	turned := slices.Clone(figs)
	slices.Reverse(turned)
	two, err := DrawAll(t.Context(), turned, format.ID, 2)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range figs {
		if !bytes.Equal(one[f.ID], two[f.ID]) {
			t.Errorf("%s differs between runs", f.ID)
		}
		wellFormed(t, f.ID, one[f.ID])
	}
}

func wellFormed(t *testing.T, id string, svg []byte) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(svg))
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v", id, err)
		}
		if el, ok := tok.(xml.StartElement); ok {
			if el.Name.Local == "script" || el.Name.Local == "image" || el.Name.Local == "foreignObject" {
				t.Errorf("%s holds <%s>", id, el.Name.Local)
			}
			for _, a := range el.Attr {
				if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" && !strings.HasPrefix(a.Value, "#") {
					t.Errorf("%s: attribute %s=%q", id, a.Name.Local, a.Value)
				}
			}
		}
	}
}

// TestHostileLabelsStayText: markup, templates and code markers in labels come
// out as the text they are.
func TestHostileLabelsStayText(t *testing.T) {
	hostile := []string{`</script><script>alert(1)</script>`, `__f__(alert(1))__f__`, `foo__f__bar`, `{b}{a|x}`, `"><img src=x onerror=alert(1)>`}
	for _, k := range result.FigureKinds {
		f := figure(k, hostile...)
		b, err := Option(&f, format.ID)
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(b, []byte("</script")) {
			t.Errorf("%s: option holds </script", k)
		}
		svg, err := DrawAll(t.Context(), []result.Figure{f}, format.ID, 1)
		if err != nil {
			t.Fatal(err)
		}
		wellFormed(t, f.ID, svg[f.ID])
		if k == result.Trend && !bytes.Contains(svg[f.ID], []byte("foo__f__bar")) {
			t.Errorf("%s: a label was changed", k)
		}
	}
}

// TestGapsAreNotZero: a missing value is a gap in the data, never a number.
func TestGapsAreNotZero(t *testing.T) {
	for _, k := range []result.FigureKind{result.Trend, result.ControlChart, result.Stacked, result.Bars, result.Cumulative} {
		f := figure(k, "a", "b", "c")
		b, _ := Option(&f, format.ID)
		var o struct {
			Series []struct {
				Connect *bool `json:"connectNulls"`
				Data    []any `json:"data"`
			} `json:"series"`
		}
		if err := json.Unmarshal(b, &o); err != nil {
			t.Fatal(err)
		}
		item, _ := o.Series[0].Data[1].(map[string]any)
		if item["value"] != "-" {
			t.Errorf("%s: the gap is %v", k, o.Series[0].Data[1])
		}
		if c := o.Series[0].Connect; c != nil && *c {
			t.Errorf("%s joins across gaps", k)
		}
	}
}

// TestLimitsLieInsideTheAxis: a limit above the data must not vanish.
func TestLimitsLieInsideTheAxis(t *testing.T) {
	f := figure(result.ControlChart, "a", "b", "c")
	b, _ := Option(&f, format.ID)
	var o struct {
		Y []struct{ Min, Max float64 } `json:"yAxis"`
	}
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	if o.Y[0].Max < 150 || o.Y[0].Min > 5 {
		t.Errorf("axis %v for a limit of 150 minutes", o.Y[0])
	}
}

// TestBundleIsTheOneDescribed: the embedded script is the build its README
// names.
func TestBundleIsTheOneDescribed(t *testing.T) {
	readme, err := os.ReadFile("echarts/README.md")
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(Bundle())
	if h := hex.EncodeToString(sum[:]); !strings.Contains(string(readme), h) {
		t.Errorf("the README does not name %s", h)
	}
	if bytes.Contains(Bundle(), []byte("</script")) || len(Bundle()) > 820<<10 {
		t.Errorf("the bundle has %d bytes, or ends a script element", len(Bundle()))
	}
}

func BenchmarkDrawAll(b *testing.B) {
	var figs []result.Figure
	for i := range 16 {
		f := figure(result.FigureKinds[i%len(result.FigureKinds)], "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
		f.ID += string(rune('a' + i))
		figs = append(figs, f)
	}
	for b.Loop() {
		if _, err := DrawAll(b.Context(), figs, format.ID, 2); err != nil {
			b.Fatal(err)
		}
	}
}

// TestTimesBetweenDays: days on the axis are short, their unit is named, and a
// lower limit on the floor does not write over them.
func TestTimesBetweenDays(t *testing.T) {
	f := figure(result.ControlChart)
	f.Unit, f.Series = result.Days, f.Series[:1]
	for i, iso := range []string{"2016-03-04", "2016-05-26", "2016-10-05"} {
		f.X.Labels = append(f.X.Labels, result.On(iso))
		f.Series[0].Points = append(f.Series[0].Points, result.Datum{Value: big.NewRat(int64(20+i), 1)})
	}
	f.Lines = []result.Line{
		{Name: result.T("Batas atas", "Upper limit"), Role: result.RoleLimit, Value: 90, Last: 2},
		{Name: result.T("Batas bawah", "Lower limit"), Role: result.RoleLimit, Value: 0.1, Last: 2},
	}
	b, err := Option(&f, format.ID)
	if err != nil {
		t.Fatal(err)
	}
	var o struct {
		XAxis  []struct{ Data []string }
		YAxis  []struct{ Name string }
		Series []struct {
			Name     string
			EndLabel struct{ Show bool }
		}
	}
	if err := json.Unmarshal(b, &o); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(o.XAxis[0].Data, "|"); got != "4 Mar 16|26 Mei 16|5 Okt 16" || o.YAxis[0].Name != "hari" {
		t.Errorf("%s, %s", got, o.YAxis[0].Name)
	}
	if up, low := o.Series[1], o.Series[2]; !up.EndLabel.Show || low.EndLabel.Show {
		t.Errorf("%+v %+v", up, low)
	}
}
