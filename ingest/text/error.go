package text

import (
	"errors"
	"fmt"
	"strings"
)

// Error is an error that can be said in both languages. Its arguments are put
// in when it is said: a Text, an Error or a number of rows among them is
// written in the language asked for.
type Error struct {
	say  Text // formats of package fmt, with the same verbs in the same order
	args []any
}

// Errorf makes an Error from one format for each language. Arguments follow
// the formats as in fmt.Errorf; a Text and a Count are written in the language
// of the saying, and what %w wraps is found by errors.Is and errors.As.
func Errorf(id, en string, args ...any) error { return &Error{T(id, en), args} }

// Count is a whole number that is grouped in the language's way where it is said.
type Count int64

// Error says it in Indonesian, the first language of the program.
func (e *Error) Error() string { return e.In(ID) }

// In says the error in a language.
func (e *Error) In(l Lang) string {
	args := make([]any, len(e.args))
	for i, a := range e.args {
		switch a := a.(type) {
		case Text:
			args[i] = a.In(l)
		case Count:
			args[i] = Group(int64(a), l)
		case error:
			args[i] = Say(a, l)
		default:
			args[i] = a
		}
	}
	return fmt.Sprintf(strings.ReplaceAll(e.say.In(l), "%w", "%s"), args...)
}

// Unwrap gives the errors among the arguments.
func (e *Error) Unwrap() []error {
	var out []error
	for _, a := range e.args {
		if err, ok := a.(error); ok {
			out = append(out, err)
		}
	}
	return out
}

// Of makes a Text of an error.
func Of(err error) Text { return T(Say(err, ID), Say(err, EN)) }

// Say writes any error in a language: one made by Errorf in that language,
// also where it was joined or wrapped by others that say no more than it does,
// the usual causes given by an operating system and the readers of written
// forms in words of ours, and another as it is.
func Say(err error, l Lang) string {
	if err == nil {
		return ""
	}
	if both, ok := err.(interface{ In(Lang) string }); ok {
		return both.In(l)
	}
	if many, ok := err.(interface{ Unwrap() []error }); ok { // errors.Join
		var lines []string
		for _, e := range many.Unwrap() {
			lines = append(lines, Say(e, l))
		}
		return strings.Join(lines, "\n")
	}
	if said, ok := cause(err); ok {
		return said.In(l)
	}
	if inner := errors.Unwrap(err); inner != nil {
		return strings.Replace(err.Error(), inner.Error(), Say(inner, l), 1)
	}
	return err.Error()
}
