package cli

import (
	"fmt"
	"io"
	"strings"

	"rapor/cmd/rapor/internal/config"
	"rapor/ingest/text"
)

// configCmd explains the settings.
type configCmd struct {
	Key      string `arg:"" optional:"" help:"${key_help}"`
	Template bool   `help:"${template_help}" xor:"form"`
	Schema   bool   `help:"${schema_help}" xor:"form"`
}

// Run prints every key, those of a group, the template or the schema.
func (c *configCmd) Run(a *app) error {
	lang := text.Lang(a.lang)
	switch {
	case c.Schema:
		b, err := config.Schema(lang)
		if err != nil {
			return err
		}
		_, err = a.Out.Write(b)
		return err
	case c.Template:
		_, err := io.WriteString(a.Out, config.Template(lang))
		return err
	}
	keys, err := config.Under(c.Key)
	if err != nil {
		return usage(err)
	}
	for i := range keys {
		a.key(&keys[i], c.Key != "")
	}
	return nil
}

// key prints one key; whole lists all of its words with their meanings.
func (a *app) key(k *config.Key, whole bool) {
	lang := text.Lang(a.lang)
	fmt.Fprintf(a.Out, "%s  (%s)\n    %s\n", k.Path, k.Takes().In(lang), k.Meaning.In(lang))
	if !k.Default.Empty() {
		a.about("bawaan", "default", k.Default.In(lang))
	}
	if k.Example != "" {
		a.about("contoh", "example", k.Name()+": "+k.Example)
	}
	for _, w := range k.Words {
		if !whole && len(k.Words) > 12 {
			a.about("kata", "words", fmt.Sprintf(a.say("%d; rapor config %s menyebut semuanya",
				"%d; rapor config %s names them all"), len(k.Words), k.Path))
			break
		}
		also := ""
		if len(w.Also) > 0 {
			also = " (" + strings.Join(w.Also, ", ") + ")"
		}
		a.about("kata", "word", fmt.Sprintf("%-18s %s%s", w.Word, w.Meaning.In(lang), also))
	}
}

// about prints one property of a key.
func (a *app) about(id, en, what string) { fmt.Fprintf(a.Out, "    %-8s %s\n", a.say(id, en), what) }
