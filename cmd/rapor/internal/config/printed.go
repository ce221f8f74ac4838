package config

import (
	"fmt"
	"reflect"
	"strings"

	"rapor/ingest/text"
	"rapor/ingest/vocabulary"
)

// personalWords name the kinds of personal values for people.
var personalWords = map[string]text.Text{
	vocabulary.NIK:      text.T("NIK (16 angka)", "a NIK (16 digits)"),
	vocabulary.NIP:      text.T("NIP", "a civil service number (NIP)"),
	vocabulary.Passport: text.T("nomor paspor", "a passport number"),
	vocabulary.Phone:    text.T("nomor telepon", "a telephone number"),
	vocabulary.Email:    text.T("alamat surel", "an e-mail address"),
}

// Personal lists the printed settings that hold what looks like a person's
// number or address, so that it is named before it is printed; the NIP of the
// signer is meant to be.
func (f *File) Personal() []text.Text {
	var out []text.Text
	eachText(reflect.ValueOf(f).Elem(), "", func(path, at, s string) {
		k, ok := declared(path)
		kind := vocabulary.Personal(s)
		if !ok || !k.Printed || kind == "" || path == "office.nip" && kind == vocabulary.NIP {
			return
		}
		w := personalWords[kind]
		spot := f.Spot(at) + ": " + at
		out = append(out, text.T(spot+" memuat "+w.ID+" dan dicetak pada edisi juri", spot+" holds "+w.EN+", and is printed in the jury's edition"))
	})
	return out
}

// eachText calls f with every text of the settings: the path of its key, the
// place with its index, and the text itself.
func eachText(v reflect.Value, path string, f func(path, at, s string)) {
	walkTexts(v, path, path, f)
}

func walkTexts(v reflect.Value, path, at string, f func(path, at, s string)) {
	switch v.Kind() {
	case reflect.String:
		if v.String() != "" {
			f(path, at, v.String())
		}
	case reflect.Slice:
		for i := range v.Len() {
			item := path
			if v.Type().Elem().Kind() == reflect.Struct {
				item += "[]"
			}
			walkTexts(v.Index(i), item, fmt.Sprintf("%s[%d]", at, i), f)
		}
	case reflect.Struct:
		if w, ok := v.Interface().(Words); ok {
			for _, s := range []string{w.ID, w.EN} {
				if s != "" {
					f(path, at, s)
				}
				if w.ID == w.EN {
					break
				}
			}
			return
		}
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("yaml"), ",")
			if name == "" || !v.Type().Field(i).IsExported() {
				continue
			}
			walkTexts(v.Field(i), strings.TrimPrefix(path+"."+name, "."), strings.TrimPrefix(at+"."+name, "."), f)
		}
	}
}
