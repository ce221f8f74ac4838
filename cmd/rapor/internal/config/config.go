// Package config reads rapor.yaml: who the office is, what it set for itself,
// and how odd exports are to be read. Keys are strict: a misspelt key is an
// error with its line, never silently ignored.
//
// It knows nothing of commands or of how anything is computed; it only turns
// text into the settings that packages office and layout declare. Every key is
// declared once (Declaration); what is checked, suggested, explained, written
// as a template and given to editors follows from that.
package config

import (
	"rapor/ingest/layout"
	"rapor/ingest/text"
)

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
	Privacy         string     `yaml:"privacy"`
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
	Skip            []string   `yaml:"skip"`
	Blank           []string   `yaml:"blank"`
	Zone            string     `yaml:"zone"`
	Layouts         []string   `yaml:"layouts"`
	Awards          []string   `yaml:"awards"`
	Evidence        []Evidence `yaml:"evidence"`
	// Words are those of the office in every file: field or heading -> word -> meaning.
	Words map[string]map[string]string `yaml:"words"`
	// Rules replaces parameters of the register, by id: "18", "12,5", "25/50/75/95".
	Rules    map[string]string `yaml:"rules"`
	Simulate Simulate          `yaml:"simulate"`

	again  []text.Text       // items of lists that say what one before them says
	places places            // where each key stands, for messages
	asked  []layout.Override // entries that stand as comments below a question
}

// Again names the items of lists that say what one before them says.
func (f *File) Again() []text.Text { return f.again }

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
	Headings  []string          `yaml:"headings"`
	Kind      string            `yaml:"kind"`
	Layout    string            `yaml:"layout"`
	Header    []uint32          `yaml:"header"`
	Columns   map[string]string `yaml:"columns"`
	DateOrder string            `yaml:"date_order"`
	Numbers   string            `yaml:"numbers"`
	Totals    string            `yaml:"totals"`
	Hidden    string            `yaml:"hidden"`
	Flow      string            `yaml:"flow"`
	Unit      string            `yaml:"unit"`
	Units     map[string]string `yaml:"units"`
	Filter    []string          `yaml:"filter"`
	Constants map[string]string `yaml:"constants"`
	Blank     []string          `yaml:"blank"`
	Scale     string            `yaml:"scale"`
	Zone      string            `yaml:"zone"`
	Skip      []string          `yaml:"skip"`
	// Words are those of the office: heading or field -> word -> meaning.
	Words map[string]map[string]string `yaml:"words"`
	// As gives one column several fields: heading -> fields.
	As map[string][]string `yaml:"as"`
	// Seen and BlankShare are what earlier files of the form held: heading -> words
	// of its category; heading -> ["4%"], the least and the greatest share of empty cells.
	Seen       map[string][]string `yaml:"seen"`
	BlankShare map[string][]string `yaml:"blank_share"`
}
