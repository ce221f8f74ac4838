package cli

import (
	"regexp"
	"strings"

	"rapor/ingest/text"
)

// kongSays are the sentences of the flag parser, which knows English alone, in
// the order they are tried; $1 and $2 are what it puts in.
var kongSays = []struct {
	english *regexp.Regexp
	id      string
}{
	{regexp.MustCompile(`unknown flag (\S+)`), "pilihan tidak dikenal: $1"},
	{regexp.MustCompile(`unexpected flag argument (".*?")`), "pilihan ini tidak menerima isi: $1"},
	{regexp.MustCompile(`unexpected (?:argument|token) (.+?)(, did you mean .*|$)`), "kata tidak dikenal: $1$2"},
	{regexp.MustCompile(`, did you mean one of (.*)\?$`), "; maksud Anda salah satu dari $1?"},
	{regexp.MustCompile(`, did you mean (.*)\?$`), "; maksud Anda $1?"},
	{regexp.MustCompile(`missing flags: `), "pilihan wajib belum diisi: "},
	{regexp.MustCompile(`missing positional arguments `), "masukan belum disebut: "},
	{regexp.MustCompile(`must be one of (\S+) but got (.*)$`), "harus salah satu dari $1, bukan $2"},
	{regexp.MustCompile(`bool value must be \S+ 1, yes, false, 0 or no but got (.*)$`), "tulis true atau false, bukan $1"},
	{regexp.MustCompile(`expected (?:an int|a valid \d+ bit u?int) but got (".*?")(?: \(\S+\))?`), "harus bilangan bulat, bukan $1"},
	{regexp.MustCompile(`expected a float but got (".*?")(?: \(\S+\))?`), "harus bilangan, bukan $1"},
	{regexp.MustCompile(`expected bool but got (".*?")(?: \(\S+\))?`), "tulis true atau false, bukan $1"},
	{regexp.MustCompile(`expected \S+ value but got "EOL"(?: \([^)]*\))?`), "memerlukan isi"},
	{regexp.MustCompile(`expected \S+ value but got (".*?") \([^)]*\)`), "memerlukan isi, bukan $1"},
	{regexp.MustCompile(`; perhaps try (.*)\?$`), "; mungkin maksud Anda $1?"},
	{regexp.MustCompile(`expected one of `), "harus salah satu dari "},
	{regexp.MustCompile(`missing value, expecting .*$`), "memerlukan isi"},
	{regexp.MustCompile(`expected \S+ value$`), "memerlukan isi"},
	{regexp.MustCompile(`^expected (.*)$`), "diperlukan $1"},
	{regexp.MustCompile(`can't be used together`), "tidak dapat dipakai bersama"},
	{regexp.MustCompile(` and --`), " dan --"},
}

// needless is how the parser says that the line ends where a value should be.
var needless = regexp.MustCompile(`expected \S+ value but got "EOL"(?: \([^)]*\))?`)

// flagError is an error of the flag parser in both languages.
func flagError(err error) text.Text {
	said := text.Of(err) // what Decode methods of ours said is in both already
	for _, k := range kongSays {
		said.ID = k.english.ReplaceAllString(said.ID, k.id)
	}
	said.EN = needless.ReplaceAllString(said.EN, "needs a value")
	for _, s := range []*string{&said.ID, &said.EN} { // the empty word stands for "not given"
		*s = strings.Replace(*s, `,""`, "", 1)
	}
	said.ID = strings.ReplaceAll(said.ID, "<path>", "<berkas atau folder>")
	said.EN = strings.ReplaceAll(said.EN, "<path>", "<file or folder>")
	return said
}
