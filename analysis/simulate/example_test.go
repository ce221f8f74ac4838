package simulate_test

import (
	"context"
	"fmt"

	"rapor/analysis/simulate"
)

// A small hall: forty people between 07:30 and 08:30, ten minutes each.
func ExampleAdvice() {
	h := simulate.Hall{
		Lanes:  []simulate.Lane{{Service: []int32{480, 600, 720}}},
		Bins:   []simulate.Bin{{From: 27000, Width: 3600, Weight: 40}},
		Roster: []simulate.Shift{{From: 27000, Counters: 4}},
		Close:  36000,
	}
	r := simulate.Run{Reps: 200, Seed: 1, Workers: 2, Limits: []int32{3600}}
	outcomes, err := r.Simulate(context.Background(), h, simulate.Grid(20, 60, 5, 1))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, counters := range []int{-1, 0, 1} {
		a, err := simulate.Advice(outcomes, counters, 3600)
		fmt.Printf("%+d counters: %d tickets keep P90 within the hour, %d on 19 days of 20; %v\n", counters, a.Quota, a.Sure, err)
	}
	// Output:
	// -1 counters: 35 tickets keep P90 within the hour, 35 on 19 days of 20; <nil>
	// +0 counters: 50 tickets keep P90 within the hour, 45 on 19 days of 20; <nil>
	// +1 counters: 60 tickets keep P90 within the hour, 60 on 19 days of 20; <nil>
}
