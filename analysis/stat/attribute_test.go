package stat

import (
	"math"
	"slices"
	"testing"
)

func TestAttributeCharts(t *testing.T) {
	k := []int64{12, 15, 9, 20, 14, 11, 18, 16, 13, 10, 17, 40}
	n := []int64{1000, 1100, 900, 1300, 1000, 950, 1200, 1050, 1000, 900, 1150, 1500}
	months := make([]Share, len(k))
	for i := range k {
		months[i] = Share{k[i], n[i]}
	}
	plain := Chart{Run: 7, MinPoints: 12}
	p := plain.P(months, nil, false)
	near(t, "pbar", p.Phases[0].Mean, .0149425287356, 5e-14)
	near(t, "UCL 1", p.Lines[0].Upper, .02645223099658, 5e-15)
	near(t, "UCL 12", p.Lines[11].Upper, .02434016127919, 5e-15)
	if !slices.Equal(met(p, Limit), []int{11}) {
		t.Errorf("p chart flags %v", met(p, Limit))
	}
	prime := plain.P(months, nil, true)
	near(t, "p' UCL 1", prime.Lines[0].Upper, .02446376547804, 5e-15)
	near(t, "p' LCL 12", prime.Lines[11].Lower, .00716847148925, 5e-15)
	near(t, "sigma z", prime.Phases[0].Range/1.128, .8272357117975, 5e-14)
	screened := Default.P(months, nil, true)
	near(t, "screened sigma z", screened.Phases[0].Range/1.128, .574197853873, 5e-13)
	u := plain.U(months, nil, false)
	near(t, "u UCL 12", u.Lines[11].Upper, .0244111702651, 5e-14)
	near(t, "u' UCL 12", plain.U(months, nil, true).Lines[11].Upper, .0227165859820, 5e-14)
	gap := slices.Clone(months)
	gap[3] = Share{}
	if x := plain.P(gap, nil, true); x.Lines[3].Known || x.Met[3] != 0 || x.Phases[0].N != 11 || x.Phases[0].Ranges != 9 || !x.Trial {
		t.Errorf("a month without tickets: %+v", x.Phases)
	}
	c := plain.C(known(4, 6, 5, 3, 7, 5, 4, 6, 5, 5, 4, 20), nil, false)
	near(t, "c UCL", c.Lines[0].Upper, 74.0/12+3*math.Sqrt(74.0/12), 1e-12)
	if !slices.Equal(met(c, Limit), []int{11}) {
		t.Errorf("c chart flags %v", met(c, Limit))
	}
	all := []Share{{5, 5}, {6, 6}, {7, 7}}
	if x := plain.P(all, nil, true); x.Lines[0].Upper != 1 || met(x, Limit) != nil {
		t.Errorf("always 100 %%: %+v", x.Lines[0])
	}
}

func TestRareEventCharts(t *testing.T) {
	days := []int64{3, 10, 1, 25, 7, 14, 2, 30, 5, 9, 11, 6}
	g := Chart{Run: 7, MinPoints: 12}.G(days, nil)
	near(t, "g mean", g.Phases[0].Mean, 10.25, 0)
	near(t, "g UCL", g.Lines[0].Upper, 42.46509739237, 5e-12)
	near(t, "median", g.Lines[0].Centre, 7.44595585379, 5e-12)
	if g.Lines[0].Lower >= 0 || g.Trial {
		t.Errorf("%+v", g.Lines[0])
	}
	often := append(slices.Clone(days), 1, 2, 1, 0, 3, 1, 2, 200)
	x := Chart{Run: 7, MinPoints: 12, Fix: 12}.G(often, nil)
	if !slices.Equal(met(x, Limit), []int{19}) || !slices.Equal(met(x, Shift), span(11, 18)) {
		t.Errorf("too often: limits %v, shifts %v", met(x, Limit), met(x, Shift))
	}
	obs := make([]Obs, len(days))
	for i, d := range days {
		obs[i] = Obs{float64(d), true}
	}
	tc := Chart{Run: 7, MinPoints: 12}.T(obs, nil)
	near(t, "t centre", tc.Lines[0].Centre, 7.86014180898, 5e-11)
	near(t, "t UCL", tc.Lines[0].Upper, 109.13931335316, 5e-10)
	near(t, "t LCL", tc.Lines[0].Lower, 0, 0)
	near(t, "t phase", tc.Phases[0].Mean, 7.86014180898, 5e-11)
}
