package analysis

import (
	"rapor/analysis/award"
	"rapor/analysis/result"
)

// headlines names the three to five results on the first screen of the
// performance report, most important first. A dossier's are its rubric's.
var headlines = []string{"ANT-03", "ANT-06", "SKM-01", "KEU-01", "GAK-01"}

func (c *run) documents(r *result.Result) []result.Document {
	docs := []result.Document{c.report(r)}
	for i := range c.Awards {
		docs = append(docs, c.dossier(&c.Awards[i], r))
	}
	return docs
}

// report is the performance report, in the order offices know: introduction,
// substantive tasks, supporting tasks, problems, closing.
func (c *run) report(r *result.Result) result.Document {
	doc := result.Document{
		ID: "laporan", Kind: result.Report,
		Title:     result.T("Laporan Kinerja {0}", "Performance Report, {0}", result.Over(c.Period.ID)),
		Headlines: c.present(headlines),
		Limits:    c.limits(),
	}
	doc.Summary = c.summary(doc.Headlines)
	doc.Missing = c.missingOf(headlines)
	doc.Sections = []result.Section{
		{ID: "pendahuluan", Title: result.T("Pendahuluan", "Introduction"), Intro: c.introduction()},
		c.section("pelayanan", result.T("Pelayanan dan antrean", "Service and queues"), "queue", r),
		c.section("kepuasan", result.T("Kepuasan masyarakat dan pengaduan", "Public satisfaction and complaints"), "survey", r),
		c.section("penegakan-hukum", result.T("Penegakan hukum keimigrasian", "Immigration law enforcement"), "enforcement", r),
		c.section("volume", result.T("Volume layanan dan kegiatan", "Volumes of services and activities"), "volume", r),
		c.section("keuangan", result.T("Keuangan dan PNBP", "Finance and non-tax revenue"), "finance", r),
		c.section("evaluasi", result.T("Evaluasi perubahan layanan", "Evaluation of the service reform"), "reform", r),
		c.section("perbandingan", result.T("Perbandingan dengan kantor sekelas", "Comparison with offices of the same class"), "offices", r),
		{ID: "permasalahan", Title: result.T("Permasalahan", "Problems"), Intro: c.problems(r)},
		{ID: "penutup", Title: result.T("Penutup", "Closing"), Intro: c.closing()},
	}
	doc.Sections = filled(doc.Sections)
	return doc
}

// dossier answers one rubric: its headlines, chapters, scorecard and criteria
// map.
func (c *run) dossier(rubric *award.Rubric, r *result.Result) result.Document {
	doc := result.Document{
		ID: "penghargaan-" + rubric.ID, Kind: result.Dossier, Award: rubric.Title,
		Title:     result.T("Berkas Usulan Penghargaan: {0}", "Award Dossier: {0}", named(rubric.Title)),
		Headlines: c.present(rubric.Headlines),
		Limits:    c.limits(),
	}
	doc.Summary = c.summary(doc.Headlines)
	for _, ch := range rubric.Chapters {
		doc.Sections = append(doc.Sections, c.section(ch.ID, ch.Title, ch.Source, r))
	}
	doc.Sections = filled(doc.Sections)
	card := award.Score(rubric, c.lookup)
	card.Map, card.Checklist = c.criteria(rubric), c.checklist(rubric)
	card.Order, card.Sensitivity = award.Order(rubric, c.lookup)
	doc.Scorecard = &card
	doc.Missing = c.missingOf(rubric.Indicators())
	return doc
}

func (c *run) lookup(id string) (result.Indicator, bool) {
	if ind, ok := c.byID[id]; ok {
		return *ind, true
	}
	return result.Indicator{}, false
}

// section gathers the indicators, figures and tables of one domain.
func (c *run) section(id string, title result.Text, source string, r *result.Result) result.Section {
	s := result.Section{ID: id, Title: title, Intro: c.introOf(source)}
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
