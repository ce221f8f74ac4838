// Package output writes finished reports into an output folder and owns nothing
// there but what it wrote: it replaces and removes only files that an earlier
// MANIFEST.json lists with the digests they have, keeps what a person changed
// beside the new, and leaves all others where they are. A run that is stopped
// at any moment is undone by the next.
package output

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"rapor/analysis/result"
)

// Names of the files that say what a folder holds.
const (
	ManifestName = "MANIFEST.json"
	SumsName     = "SHA256SUMS"
	// Internal is the folder of what stays in the office.
	Internal = "internal"
)

// File is one file to be written. Its name is relative to the folder it is
// written in, with forward slashes.
type File struct {
	Name string
	Data []byte
}

// Manifest is MANIFEST.json: what went in and what came out, by digest. The one
// at the top of a period's folder names no input; the one in internal/ does.
type Manifest struct {
	Tool    result.Tool `json:"tool"`
	Edition string      `json:"edition,omitempty"` // result.ForTheJury or Internal
	Office  string      `json:"office"`
	Period  string      `json:"period"`
	Lang    string      `json:"lang,omitempty"`
	AsOf    string      `json:"as_of"`
	Config  string      `json:"config_sha256,omitempty"`
	Inputs  []Input     `json:"inputs"`
	// Corrections are the cells that differ from the inputs because the
	// office mended them.
	Corrections []result.Correction `json:"corrections,omitempty"`
	Outputs     []Output            `json:"outputs"`
}

// Input is a file that was read. Its name stays in the office.
type Input struct {
	Number int    `json:"number"` // its place in the result's list of sources, from 1
	Name   string `json:"name,omitempty"`
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

// Output is a file that was written, relative to the manifest's folder.
type Output struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"`
	Bytes  int    `json:"bytes"`
}

// Seal adds to the files of one folder its manifest and checksums, in the order
// of names.
func (m Manifest) Seal(files []File) ([]File, error) {
	files = slices.Clone(files)
	slices.SortFunc(files, func(x, y File) int { return strings.Compare(x.Name, y.Name) })
	for _, f := range files {
		m.Outputs = append(m.Outputs, Output{f.Name, Digest(f.Data), len(f.Data)})
	}
	js, err := json.MarshalIndent(m, "", " ")
	if err != nil {
		return nil, err
	}
	js = append(js, '\n')
	return append(files, File{ManifestName, js}, File{SumsName, m.sums(Digest(js))}), nil
}

// sums is SHA256SUMS: the outputs and the manifest.
func (m *Manifest) sums(manifest string) []byte {
	var out bytes.Buffer
	for _, o := range m.Outputs {
		fmt.Fprintf(&out, "%s  %s\n", o.SHA256, o.Name)
	}
	fmt.Fprintf(&out, "%s  %s\n", manifest, ManifestName)
	return out.Bytes()
}

// Digest is the SHA-256 of a file's content, in hex.
func Digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Under puts files into a folder of the folder they were named in. It leaves
// the names as they are, for Write to judge.
func Under(folder string, files []File) []File {
	out := make([]File, len(files))
	for i, f := range files {
		out[i] = File{folder + "/" + f.Name, f.Data}
	}
	return out
}
