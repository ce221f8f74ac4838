package templates

import (
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"strings"
)

//go:embed dossier.css
var styleSheet string

//go:embed print.css
var printSheet string

//go:embed check.css
var checkSheet string

//go:embed page.js
var pageScript string

// policy is the content security policy of a page that runs exactly the given
// scripts and reaches nothing outside itself.
func policy(scripts []template.JS) string {
	var b strings.Builder
	b.WriteString("default-src 'none'; script-src")
	if len(scripts) == 0 {
		b.WriteString(" 'none'")
	}
	for _, s := range scripts {
		sum := sha256.Sum256([]byte(s))
		b.WriteString(" 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'")
	}
	b.WriteString("; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'")
	return b.String()
}
