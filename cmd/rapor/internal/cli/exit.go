package cli

import "errors"

// Exit codes, in one place. Scripts rely on them.
const (
	ExitDone     = 0
	ExitFailed   = 1 // the run could not go on
	ExitUsage    = 2 // wrong flags or configuration
	ExitQuality  = 3 // report written, but the data-quality gate failed
	ExitGate     = 4 // a target was missed under --gate
	ExitMismatch = 5 // verification found a difference
	ExitNoInput  = 6 // nothing usable in the input
)

// exitError carries an exit code with its message.
type exitError struct {
	code int
	err  error
}

func (e *exitError) Error() string { return e.err.Error() }
func (e *exitError) Unwrap() error { return e.err }

func usage(err error) error   { return &exitError{ExitUsage, err} }
func noInput(err error) error { return &exitError{ExitNoInput, err} }
func quality(err error) error { return &exitError{ExitQuality, err} }

// codeOf returns the exit code for an error.
func codeOf(err error) int {
	if err == nil {
		return ExitDone
	}
	var e *exitError
	if errors.As(err, &e) {
		return e.code
	}
	return ExitFailed
}
