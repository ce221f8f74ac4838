package templates

import (
	"embed"
	"html/template"

	"rapor/templates/format"
	"rapor/templates/internal/wording"
)

//go:embed *.html
var layoutFiles embed.FS

// layout is the parsed templates of one language.
type layout struct{ document, index, check *template.Template }

// languages are those that pages exist in.
var languages = []format.Lang{format.ID, format.EN}

// layouts are parsed once, at start: a mistake in them cannot wait for data.
var layouts = func() map[format.Lang]layout {
	out := make(map[format.Lang]layout, len(languages))
	for _, lang := range languages {
		set := template.New("").Funcs(template.FuncMap{"t": wording.Words{Lang: lang}.Say})
		template.Must(set.ParseFS(layoutFiles, "*.html"))
		out[lang] = layout{set.Lookup("document"), set.Lookup("index"), set.Lookup("check")}
	}
	return out
}()
