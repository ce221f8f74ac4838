package output

import (
	"bytes"

	"rapor/ingest/regular"
)

// The list of periods carries its own digest in its last line, since no
// manifest lists it: so a changed one, and another program's, can be told.
const (
	signOpen  = "<!-- rapor sha256 "
	signClose = " -->\n"
)

// sign adds the digest of a page as its last line.
func sign(page []byte) []byte {
	if len(page) > 0 && page[len(page)-1] != '\n' {
		page = append(page, '\n')
	}
	return append(page[:len(page):len(page)], signOpen+Digest(page)+signClose...)
}

// signed is the digest that a page of rapor must have to be as it was written;
// "" when the file is not rapor's.
func signed(file string) string {
	data, err := regular.ReadFile(file)
	if err != nil {
		return ""
	}
	i := bytes.LastIndex(data, []byte(signOpen))
	if i < 0 {
		return ""
	}
	if whole := sign(data[:i:i]); bytes.Equal(whole, data) {
		return Digest(data)
	}
	return "changed"
}
