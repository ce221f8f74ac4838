package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapor/analysis/result"
	"rapor/ingest"
	"rapor/ingest/record"
	"rapor/templates"
	"rapor/templates/tabular"
	"rapor/templates/workbook"
)

// bundle is one finished report before it is written.
type bundle struct {
	result  *result.Result
	rejects []record.Reject
	read    *ingest.Manifest
	csv     []byte // tolak.csv as it stood, when redrawing
	mend    []byte // koreksi.xlsx; nil when no row can be mended
	compact bool
	workers int
	config  string
}

// manifest is MANIFEST.json: what went in and what came out, by checksum.
type manifest struct {
	Tool   result.Tool `json:"tool"`
	Office string      `json:"office"`
	Period string      `json:"period"`
	AsOf   string      `json:"as_of"`
	Config string      `json:"config_sha256,omitempty"`
	Inputs []inputSum  `json:"inputs"`
	// Corrections are the cells that differ from the inputs because the
	// office mended them.
	Corrections []result.Correction `json:"corrections,omitempty"`
	Outputs     []outputSum         `json:"outputs"`
}

type inputSum struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

type outputSum struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

// write renders everything, puts the folder in place in one rename, and
// redraws the list of periods.
func (b *bundle) write(a *app, out, dir string) error {
	files, err := b.render(a)
	if err != nil {
		return err
	}
	if err := a.ctx.Err(); err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return unwritten(out, err)
	}
	if err := replaceFolder(a, dir, files); err != nil {
		return err
	}
	return writeIndex(a, out)
}

// render makes every file of the period's folder, MANIFEST.json and
// SHA256SUMS last.
func (b *bundle) render(a *app) ([]templates.File, error) {
	js, err := encode(b.result)
	if err != nil {
		return nil, err
	}
	files := []templates.File{{Name: "hasil.json", Data: js}}
	pages, err := templates.Pages(b.result, templates.Options{Lang: a.lang, Compact: b.compact, Workers: b.workers})
	if err != nil {
		return nil, err
	}
	files = append(files, pages...)
	book, err := workbook.Write(b.result, a.lang)
	if err != nil {
		return nil, err
	}
	files = append(files, templates.File{Name: "hasil.xlsx", Data: book})
	table, err := tabular.Write(b.result, a.lang)
	if err != nil {
		return nil, err
	}
	files = append(files, templates.File{Name: "hasil.csv", Data: table})
	rej := b.csv
	if rej == nil {
		if rej, err = rejectTable(b.result, b.rejects, b.read, a.lang); err != nil {
			return nil, err
		}
	}
	files = append(files, templates.File{Name: "tolak.csv", Data: rej})
	if b.mend != nil {
		files = append(files, templates.File{Name: "koreksi.xlsx", Data: b.mend})
	}
	return b.seal(files)
}

// encode writes a result as JSON that people can read and diff.
func encode(r *result.Result) ([]byte, error) {
	var buf bytes.Buffer
	enc := json.NewEncoder(&buf)
	enc.SetIndent("", " ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r); err != nil {
		return nil, err
	}
	return buf.Bytes(), nil
}

// seal adds the manifest and the checksums, in the order of names.
func (b *bundle) seal(files []templates.File) ([]templates.File, error) {
	slices.SortFunc(files, func(x, y templates.File) int { return strings.Compare(x.Name, y.Name) })
	m := manifest{
		Tool: b.result.Tool, Office: b.result.Office.Name, Period: b.result.Period.ID,
		AsOf: b.result.AsOf, Config: b.config, Corrections: b.result.Corrections,
	}
	for _, s := range b.result.Sources {
		if s.Passed() {
			continue
		}
		m.Inputs = append(m.Inputs, inputSum{s.Name, s.SHA256, s.Bytes})
	}
	var sums bytes.Buffer
	for _, f := range files {
		sum := sha256.Sum256(f.Data)
		hexed := hex.EncodeToString(sum[:])
		m.Outputs = append(m.Outputs, outputSum{f.Name, hexed, len(f.Data)})
		fmt.Fprintf(&sums, "%s  %s\n", hexed, f.Name)
	}
	js, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	js = append(js, '\n')
	sum := sha256.Sum256(js)
	fmt.Fprintf(&sums, "%s  %s\n", hex.EncodeToString(sum[:]), "MANIFEST.json")
	return append(files, templates.File{Name: "MANIFEST.json", Data: js},
		templates.File{Name: "SHA256SUMS", Data: sums.Bytes()}), nil
}

// writeIndex lists the periods found in the output folder, newest first.
func writeIndex(a *app, out string) error {
	found, err := filepath.Glob(filepath.Join(out, "*", "hasil.json"))
	if err != nil {
		return err
	}
	slices.Sort(found)
	slices.Reverse(found)
	var entries []templates.Entry
	for _, p := range found {
		r, err := loadResult(p)
		if err != nil {
			continue // a folder of someone else's
		}
		entries = append(entries, templates.EntryOf(r))
	}
	page, err := templates.Index(entries, a.lang)
	if err != nil {
		return err
	}
	return writeBeside(filepath.Join(out, "index.html"), page)
}
