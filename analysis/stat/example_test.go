package stat_test

import (
	"fmt"

	"rapor/analysis/stat"
)

// An XmR chart of monthly shares with a reform in month 9 and a target.
func ExampleChart_Make() {
	var obs []stat.Obs
	for _, v := range []float64{61, 63, 60, 64, 62, 61, 63, 62, 93, 95, 94, 92, 95, 93, 94, 93} {
		obs = append(obs, stat.Obs{Value: v, Known: true})
	}
	x := stat.Default.Make(obs, []int{8})
	for _, p := range x.Phases {
		fmt.Printf("months %d-%d: %.1f (%.1f to %.1f), provisional %v\n", p.First+1, p.Last+1, p.Mean, p.Lower, p.Upper, p.Trial)
	}
	targets := []stat.Obs{{Value: 90, Known: true}}
	fmt.Println(x.Variation(obs, stat.Up), x.Assurance(obs, targets, stat.Up))
	// Output:
	// months 1-8: 62.0 (56.3 to 67.7), provisional true
	// months 9-16: 93.6 (89.1 to 98.2), provisional true
	// common hit_or_miss
}

// Waits before and after, by day; days are resampled.
func ExampleBoot_Difference() {
	var before, after [][]int32
	for d := range int32(20) {
		before = append(before, []int32{9000 + 60*d, 10000 + 60*d, 11000})
		after = append(after, []int32{2000, 2600 + 30*d, 3600})
	}
	diff, err := stat.DefaultBoot.Difference(stat.NewCluster(before), stat.NewCluster(after), stat.MedianOf(), stat.ShareWithin(3600))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("median %+.0f s (%.0f to %.0f)\n", diff[0].Value, diff[0].Lo, diff[0].Hi)
	_, err = stat.DefaultBoot.Run(stat.NewCluster(before[:3]), stat.MedianOf())
	fmt.Println(err)
	// Output:
	// median -7685 s (-7970 to -7397)
	// stat: too_few: have 3, need 10
}

// Two years by month, an innovation after the first.
func ExampleSegmented_Fit() {
	var y []stat.Obs
	for i := range 24 {
		v := 180 + float64(i*i%7)
		if i >= 12 {
			v -= 60 + 1.5*float64(i-11)
		}
		y = append(y, stat.Obs{Value: v, Known: true})
	}
	r, err := stat.DefaultSegmented.Fit(y, 12)
	fmt.Printf("at the end %.1f (%.1f to %.1f), Durbin-Watson %.2f, %v %v\n", r.EffectEnd.Value, r.EffectEnd.Lo, r.EffectEnd.Hi, r.DurbinWatson, r.Warnings, err)
	_, err = stat.DefaultSegmented.Fit(y, 5)
	fmt.Println(err)
	// Output:
	// at the end -79.0 (-84.2 to -73.7), Durbin-Watson 1.88, [] <nil>
	// stat: too_few (before): have 5, need 8
}
