package cli

import "context"

// await runs a stage and answers at once when the run is stopped, also while the
// stage sorts millions of rows or packs a workbook. The stage has no effect but
// its value, which is then dropped, and ends at its own next look at the
// context; the program does not wait for that.
func await[T any](ctx context.Context, stage func() (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	done := make(chan outcome, 1)
	go func() {
		v, err := stage()
		done <- outcome{v, err}
	}()
	var none T
	select {
	case <-ctx.Done():
		return none, ctx.Err()
	case o := <-done:
		if ctx.Err() != nil {
			return none, ctx.Err()
		}
		return o.value, o.err
	}
}
