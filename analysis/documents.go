package analysis

import (
	"rapor/analysis/award"
	"rapor/analysis/result"
)

// headlines names the three to five results on the first screen of each
// document, most important first.
var headlines = map[string][]string{
	"laporan":                     {"ANT-03", "ANT-06", "SKM-01", "KEU-01", "GAK-01"},
	"penghargaan-pelayanan":       {"ANT-03", "ANT-04", "ANT-06", "ANT-07", "SKM-01"},
	"penghargaan-keuangan":        {"KEU-01", "KEU-02", "KEU-04", "KEU-06", "KEU-07"},
	"penghargaan-penegakan-hukum": {"GAK-01", "GAK-03", "GAK-08", "GAK-12", "GAK-15"},
}

func (c *run) documents(r *result.Result) []result.Document {
	docs := []result.Document{c.report(r)}
	for _, d := range dossiers {
		docs = append(docs, c.dossier(d, r))
	}
	return docs
}

// report is the performance report, in the order offices know: introduction,
// substantive tasks, supporting tasks, problems, closing.
func (c *run) report(r *result.Result) result.Document {
	doc := result.Document{
		ID: "laporan", Kind: result.Report,
		Title:     result.T("Laporan Kinerja {0}", "Performance Report, {0}", result.Over(c.Period.ID)),
		Headlines: c.present(headlines["laporan"]),
		Limits:    c.limits(),
	}
	doc.Summary = c.summary(doc.Headlines)
	doc.Missing = c.missingOf(headlines["laporan"])
	doc.Sections = []result.Section{
		{ID: "pendahuluan", Title: result.T("Pendahuluan", "Introduction"), Intro: c.introduction()},
		c.section("pelayanan", result.T("Pelayanan dan antrean", "Service and queues"), "queue", r),
		c.section("kepuasan", result.T("Kepuasan masyarakat dan pengaduan", "Public satisfaction and complaints"), "survey", r),
		c.section("penegakan-hukum", result.T("Penegakan hukum keimigrasian", "Immigration law enforcement"), "enforcement", r),
		c.section("keuangan", result.T("Keuangan dan PNBP", "Finance and non-tax revenue"), "finance", r),
		c.section("perbandingan", result.T("Perbandingan dengan kantor sekelas", "Comparison with offices of the same class"), "offices", r),
		{ID: "permasalahan", Title: result.T("Permasalahan", "Problems"), Intro: c.problems(r)},
		{ID: "penutup", Title: result.T("Penutup", "Closing"), Intro: c.closing()},
	}
	doc.Sections = filled(doc.Sections)
	return doc
}

// dossier describes one award's document.
type dossier struct {
	id       string
	award    result.Text
	rubric   string
	chapters []chapter
}

type chapter struct {
	id     string
	title  result.Text
	source string // domain, or "offices"
}

var dossiers = []dossier{
	{
		id: "penghargaan-keuangan", rubric: "keuangan",
		award: result.T("Pengelola keuangan terbaik", "Best finance manager"),
		chapters: []chapter{
			{"capaian-anggaran", result.T("Capaian anggaran dan PNBP", "Budget and revenue results"), "finance"},
		},
	},
	{
		id: "penghargaan-penegakan-hukum", rubric: "penegakan-hukum",
		award: result.T("Penegakan hukum keimigrasian", "Immigration law enforcement"),
		chapters: []chapter{
			{"capaian-penegakan", result.T("Tindakan, perkara, dan operasi", "Actions, cases and operations"), "enforcement"},
		},
	},
	{
		id: "penghargaan-pelayanan", rubric: "pelayanan",
		award: result.T("Pelayanan publik terbaik", "Best public service"),
		chapters: []chapter{
			{"capaian-antrean", result.T("Waktu tunggu, kuota, dan urutan", "Waiting time, quota and order"), "queue"},
			{"capaian-kepuasan", result.T("Kepuasan dan pengaduan", "Satisfaction and complaints"), "survey"},
			{"perbandingan", result.T("Perbandingan dengan kantor sekelas", "Comparison with offices of the same class"), "offices"},
		},
	},
}

func (c *run) dossier(d dossier, r *result.Result) result.Document {
	doc := result.Document{
		ID: d.id, Kind: result.Dossier, Award: d.award,
		Title:     result.T("Berkas Usulan Penghargaan: {0}", "Award Dossier: {0}", named(d.award)),
		Headlines: c.present(headlines[d.id]),
		Limits:    c.limits(),
	}
	doc.Summary = c.summary(doc.Headlines)
	for _, ch := range d.chapters {
		doc.Sections = append(doc.Sections, c.section(ch.id, ch.title, ch.source, r))
	}
	doc.Sections = filled(doc.Sections)
	if rubric, ok := award.Rubric(d.rubric); ok {
		card := award.Score(rubric, c.lookup)
		doc.Scorecard = &card
	}
	doc.Missing = c.missingOf(c.criteria(doc))
	return doc
}

func (c *run) lookup(id string) (result.Indicator, bool) {
	if ind, ok := c.byID[id]; ok {
		return *ind, true
	}
	return result.Indicator{}, false
}

// criteria lists the indicators a document promises: those of its scorecard,
// or its headlines.
func (c *run) criteria(doc result.Document) []string {
	out := append([]string{}, headlines[doc.ID]...)
	if doc.Scorecard != nil {
		for _, l := range doc.Scorecard.Lines {
			if l.Indicator != "" && !contains(out, l.Indicator) {
				out = append(out, l.Indicator)
			}
		}
	}
	return out
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}

// section gathers the indicators, figures and tables of one domain.
func (c *run) section(id string, title result.Text, source string, r *result.Result) result.Section {
	s := result.Section{ID: id, Title: title}
	for i := range r.Indicators {
		if r.Indicators[i].Domain == source && r.Indicators[i].Value.Known() {
			s.Indicators = append(s.Indicators, r.Indicators[i].ID)
		}
	}
	for _, f := range r.Figures {
		if c.chapter[f.ID] == source {
			s.Figures = append(s.Figures, f.ID)
		}
	}
	for _, t := range r.Tables {
		if c.chapter[t.ID] == source {
			s.Tables = append(s.Tables, t.ID)
		}
	}
	return s
}

// filled drops sections that would stand empty.
func filled(in []result.Section) []result.Section {
	var out []result.Section
	for _, s := range in {
		if len(s.Intro)+len(s.Indicators)+len(s.Figures)+len(s.Tables) > 0 {
			out = append(out, s)
		}
	}
	return out
}

// present keeps the indicators that have a value.
func (c *run) present(ids []string) []string {
	var out []string
	for _, id := range ids {
		if ind, ok := c.byID[id]; ok && ind.Value.Known() {
			out = append(out, id)
		}
	}
	return out
}
