package cli

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rapor/analysis"
	"rapor/analysis/award"
	"rapor/analysis/result"
	"rapor/cmd/rapor/internal/config"
	"rapor/cmd/rapor/internal/output"
	"rapor/ingest"
	"rapor/ingest/regular"
	"rapor/ingest/text"
)

// rubrics loads the awards that rapor.yaml names, or the usual ones: ids of
// built-in rubrics, or TOML files beside rapor.yaml.
func (j *job) rubrics() ([]award.Rubric, error) {
	names := j.file.Awards
	if len(names) == 0 {
		names = award.Default
	}
	var out []award.Rubric
	seen := map[string]bool{}
	for i, n := range names {
		path := fmt.Sprintf("awards[%d]", i)
		r, err := j.rubric(n)
		if err != nil {
			return nil, j.file.Wrong(path, "%w", "%w", err)
		}
		if seen[r.ID] {
			return nil, j.file.Wrong(path, "%s disebut dua kali", "%s is named twice", r.ID)
		}
		seen[r.ID] = true
		out = append(out, r)
	}
	return out, nil
}

func (j *job) rubric(name string) (award.Rubric, error) {
	if r, ok, err := award.Builtin(name); ok {
		return r, err
	}
	if !strings.HasSuffix(name, ".toml") {
		return award.Rubric{}, config.UnknownAward(name)
	}
	b, err := regular.ReadFile(config.Beside(j.found.Path, name))
	if err != nil {
		return award.Rubric{}, fmt.Errorf("%s: %w", name, output.Cause(err))
	}
	r, err := award.Parse(b)
	if err == nil {
		err = known(&r)
	}
	if err != nil {
		return r, fmt.Errorf("%s: %w", name, err)
	}
	return r, nil
}

// known finds indicators in a rubric that the catalogue does not have: a
// misspelt id must not pass for missing data.
func known(r *award.Rubric) error {
	have := map[string]bool{"MUT-01": true, "MUT-02": true}
	for _, e := range analysis.Catalogue() {
		have[e.ID] = true
	}
	for _, id := range r.Indicators() {
		if !have[id] {
			return text.Errorf("indikator %q tidak ada dalam katalog", "there is no indicator %q in the catalogue", id)
		}
	}
	return nil
}

// evidence reads the documents that rapor.yaml lists; one whose file is gone
// is kept and said to be.
func (j *job) evidence(a *app) ([]analysis.Evidence, error) {
	var out []analysis.Evidence
	for i, e := range j.file.Evidence {
		path := fmt.Sprintf("evidence[%d]", i)
		if e.Award != "" && !slices.ContainsFunc(j.awards, func(r award.Rubric) bool { return r.ID == e.Award }) {
			return nil, j.file.Wrong(path+".award", "berkas penghargaan %q tidak dibuat; tambahkan pada awards, atau pilih dari: %s",
				"no dossier is made for the award %q; add it to awards, or choose from: %s", e.Award, j.awardIDs())
		}
		if !j.asked(e.Award, e.Criterion, e.Check) {
			return nil, j.file.Wrong(path, "penghargaan %q tidak mempunyai %q; yang ada: %s", "the award %q has no %q; there are: %s", e.Award, e.Criterion+e.Check, j.asks(e.Award, e.Check != ""))
		}
		doc := result.Evidence{Title: result.T(e.Title.ID, e.Title.EN), Number: e.Number, Date: e.Date, File: filepath.ToSlash(e.File)}
		if e.File != "" {
			sum, _, err := ingest.Checksum(a.ctx, config.Beside(j.found.Path, e.File))
			var not *regular.NotFileError
			switch {
			case a.ctx.Err() != nil:
				return nil, a.ctx.Err()
			case errors.As(err, &not):
				return nil, j.file.Wrong(path, "%w", "%w", err)
			case err != nil:
				doc.Lost = true
			}
			doc.SHA256 = sum
		}
		out = append(out, analysis.Evidence{Award: e.Award, Criterion: e.Criterion, Check: e.Check, Evidence: doc})
	}
	return out, nil
}

// awardIDs lists the awards that dossiers are made for.
func (j *job) awardIDs() string {
	var out []string
	for i := range j.awards {
		out = append(out, j.awards[i].ID)
	}
	return strings.Join(out, ", ")
}

// asks lists what an award, or every award, asks for: its criteria, or the
// items of its checklist.
func (j *job) asks(id string, checks bool) string {
	var out []string
	for _, a := range j.awards {
		if id != "" && a.ID != id {
			continue
		}
		for _, c := range a.Criteria {
			if !checks {
				out = append(out, c.ID)
			}
		}
		for _, c := range a.Checklist {
			if checks {
				out = append(out, c.Key)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(slices.Compact(out), ", ")
}

// asked reports whether an award in use has the criterion or checklist item;
// a misspelt one must not vanish.
func (j *job) asked(id, criterion, check string) bool {
	for _, a := range j.awards {
		if id != "" && a.ID != id {
			continue
		}
		if slices.ContainsFunc(a.Criteria, func(c award.Criterion) bool { return c.ID == criterion }) ||
			slices.ContainsFunc(a.Checklist, func(c award.Check) bool { return c.Key == check }) {
			return true
		}
	}
	return false
}
