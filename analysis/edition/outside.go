package edition

import (
	"math/big"
	"reflect"

	"rapor/analysis/result"
)

// outside is a deep copy of a result without what is marked for the office:
// fields with the tag audience:"office" are empty, marked texts are gone from
// lists and empty elsewhere. The names of sources are kept for a moment, until
// the editor has taken their endings.
func outside(r *result.Result) *result.Result {
	out := copied(reflect.ValueOf(r)).Interface().(*result.Result)
	for i := range out.Sources {
		out.Sources[i].Name = r.Sources[i].Name
	}
	return out
}

var (
	ratType  = reflect.TypeFor[*big.Rat]()
	textType = reflect.TypeFor[result.Text]()
)

func copied(v reflect.Value) reflect.Value {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || v.Type() == ratType { // rationals of a result are never changed
			return v
		}
		out := reflect.New(v.Type().Elem())
		out.Elem().Set(copied(v.Elem()))
		return out
	case reflect.Slice:
		return copiedSlice(v)
	case reflect.Struct:
		out := reflect.New(v.Type()).Elem()
		if inside(v) {
			return out
		}
		v = worded(v)
		for i := range v.NumField() {
			if v.Type().Field(i).Tag.Get("audience") != "office" {
				out.Field(i).Set(copied(v.Field(i)))
			}
		}
		return out
	}
	return v
}

func copiedSlice(v reflect.Value) reflect.Value {
	if v.IsNil() {
		return v
	}
	out := reflect.MakeSlice(v.Type(), 0, v.Len())
	for i := range v.Len() {
		if !inside(v.Index(i)) {
			out = reflect.Append(out, copied(v.Index(i)))
		}
	}
	return out
}

// inside reports a text that must not leave the office.
func inside(v reflect.Value) bool {
	return v.Type() == textType && v.Interface().(result.Text).Office
}

// worded gives a text the words for readers outside the office, where it has
// others for them.
func worded(v reflect.Value) reflect.Value {
	if v.Type() != textType {
		return v
	}
	t := v.Interface().(result.Text)
	if t.Jury != nil {
		t.Text, t.Jury = *t.Jury, nil
	}
	return reflect.ValueOf(t)
}

// visit calls f with every addressable value of type T inside v, outermost
// first.
func visit[T any](v reflect.Value, f func(*T)) {
	if v.CanAddr() && v.Type() == reflect.TypeFor[T]() {
		f(v.Addr().Interface().(*T))
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Type() != ratType {
			visit(v.Elem(), f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			visit(v.Index(i), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			visit(v.Field(i), f)
		}
	}
}
