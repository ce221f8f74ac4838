// Command rapor reads an immigration office's exports and renders award
// dossiers and performance reports.
package main

import (
	"os"

	"rapor/cmd/rapor/internal/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], cli.Streams{Out: os.Stdout, Err: os.Stderr, In: os.Stdin}))
}
