// Package config reads rapor.yaml: who the office is, what it set for itself,
// and how odd exports are to be read. Keys are strict: a misspelt key is an
// error with its line, never silently ignored.
//
// It knows nothing of commands or of how anything is computed; it only turns
// text into the settings that packages office and layout declare.
package config

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/goccy/go-yaml"

	"rapor/ingest/text"
)

// Name is the file looked for in the data folder when --config is not given.
const Name = "rapor.yaml"

// File is rapor.yaml as written. Every key is optional.
type File struct {
	Office          Office     `yaml:"office"`
	Period          string     `yaml:"period"`
	Compare         string     `yaml:"compare"`
	AsOf            string     `yaml:"as_of"`
	Lang            string     `yaml:"lang"`
	Strict          *bool      `yaml:"strict"`
	MaxReject       string     `yaml:"max_reject"`
	Jobs            int        `yaml:"jobs"`
	Quiet           *bool      `yaml:"quiet"`
	Output          string     `yaml:"output"`
	Compact         *bool      `yaml:"compact"`
	Salt            string     `yaml:"salt"`
	Hours           Hours      `yaml:"hours"`
	WaitStandard    string     `yaml:"wait_standard"`
	LongWait        string     `yaml:"long_wait"`
	Tolerance       string     `yaml:"tolerance"`
	ProcessDays     int        `yaml:"process_days"`
	RemovalDays     int        `yaml:"removal_days"`
	PriorityClasses []string   `yaml:"priority_classes"`
	Quota           []Quota    `yaml:"quota"`
	Reforms         []Reform   `yaml:"reforms"`
	Targets         []Target   `yaml:"targets"`
	Holidays        string     `yaml:"holidays"`
	Sources         []Source   `yaml:"sources"`
	Exclude         []string   `yaml:"exclude"`
	Layouts         []string   `yaml:"layouts"`
	Awards          []string   `yaml:"awards"`
	Evidence        []Evidence `yaml:"evidence"`
	// Rules replaces parameters of the register, by id: "18", "12,5", "25/50/75/95".
	Rules    map[string]string `yaml:"rules"`
	Simulate Simulate          `yaml:"simulate"`
}

// Office identifies the office.
type Office struct {
	Name       string   `yaml:"name"`
	Class      string   `yaml:"class"`
	Code       string   `yaml:"code"`
	Place      string   `yaml:"place"`
	Head       string   `yaml:"head"`
	Title      string   `yaml:"title"`
	NIP        string   `yaml:"nip"`
	Letterhead []string `yaml:"letterhead"`
	Address    string   `yaml:"address"`
	Synthetic  bool     `yaml:"synthetic"`
	Aliases    []string `yaml:"aliases"`
}

// Hours are the service hours, "07:30" style.
type Hours struct {
	Open  string `yaml:"open"`
	Close string `yaml:"close"`
}

// Quota is a daily ticket limit in a window, from a date on.
type Quota struct {
	From   string `yaml:"from"`
	Start  string `yaml:"start"`
	End    string `yaml:"end"`
	Number int64  `yaml:"number"`
}

// Words is a text in both languages; a plain string serves for both.
type Words struct{ text.Text }

// UnmarshalYAML accepts "text" or {id: ..., en: ...}.
func (w *Words) UnmarshalYAML(b []byte) error {
	var s string
	if err := yaml.Unmarshal(b, &s); err == nil {
		w.ID, w.EN = s, s
		return nil
	}
	var v text.Text
	if err := yaml.UnmarshalWithOptions(b, &v, yaml.Strict()); err != nil {
		return err
	}
	w.Text = v
	if w.EN == "" {
		w.EN = w.ID
	}
	return nil
}

// Reform is a dated change of the service.
type Reform struct {
	Date       string   `yaml:"date"`
	Name       Words    `yaml:"name"`
	Indicators []string `yaml:"indicators"` // ids or families; none means all
}

// Target is a target of an indicator, with the decree or reason it rests on.
type Target struct {
	Indicator string `yaml:"indicator"`
	Value     string `yaml:"value"`
	Basis     Words  `yaml:"basis"`
	From      string `yaml:"from"`
	To        string `yaml:"to"`
}

// Evidence is a document of the office that an award's criteria map names.
type Evidence struct {
	Award     string `yaml:"award"`     // rubric id; empty: every award
	Criterion string `yaml:"criterion"` // id of the criterion it answers
	Check     string `yaml:"check"`     // key of the checklist item it answers
	Title     Words  `yaml:"title"`
	Number    string `yaml:"number"`
	Date      string `yaml:"date"`
	File      string `yaml:"file"` // beside rapor.yaml
}

// Source overrides how some files are read.
type Source struct {
	Glob      string            `yaml:"glob"`
	Sheet     string            `yaml:"sheet"`
	Kind      string            `yaml:"kind"`
	Layout    string            `yaml:"layout"`
	Header    []uint32          `yaml:"header"`
	Columns   map[string]string `yaml:"columns"`
	DateOrder string            `yaml:"date_order"`
	Numbers   string            `yaml:"numbers"`
	Flow      string            `yaml:"flow"`
	Unit      string            `yaml:"unit"`
	Filter    []string          `yaml:"filter"`
	Constants map[string]string `yaml:"constants"`
}

// Load reads a configuration. path "" looks for rapor.yaml in the first of
// dirs that has one, and gives an empty File when none has. It returns the
// path that was read.
func Load(path string, dirs []string) (*File, string, error) {
	if path == "" {
		for _, d := range dirs {
			p := filepath.Join(d, Name)
			if st, err := os.Stat(p); err == nil && st.Mode().IsRegular() {
				path = p
				break
			}
		}
		if path == "" {
			return &File{}, "", nil
		}
	}
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, path, err
	}
	f, err := Parse(b)
	if err != nil {
		return nil, path, fmt.Errorf("%s: %w", filepath.ToSlash(path), err)
	}
	return f, path, nil
}

// Parse reads the YAML text; errors name the line and the key.
func Parse(b []byte) (*File, error) {
	var f File
	dec := yaml.NewDecoder(bytes.NewReader(b), yaml.Strict())
	if err := dec.Decode(&f); err != nil && !errors.Is(err, io.EOF) {
		return nil, errors.New(yaml.FormatError(err, false, true))
	}
	return &f, nil
}

// Beside resolves a path of the configuration against its own folder.
func Beside(configPath, p string) string {
	if filepath.IsAbs(p) {
		return p
	}
	return filepath.Join(filepath.Dir(configPath), p)
}
