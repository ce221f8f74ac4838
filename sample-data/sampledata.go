// Package sampledata embeds the synthetic office data of this folder, for
// tests and for trying the program without a checkout.
package sampledata

import "embed"

// Files holds the exports and rapor.yaml, by their names in this folder.
//
//go:embed rapor.yaml hari-libur.csv antrean keuangan paspor penegakan-hukum survei
var Files embed.FS
