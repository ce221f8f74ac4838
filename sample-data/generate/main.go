// Command generate writes the synthetic office data of this folder: a
// fictional immigration office, January 2015 to December 2016, and seven
// smaller ones of the same class. Everything follows from the seed; running it
// again gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
)

func main() {
	out := flag.String("o", "sample-data", "folder to write into")
	seed := flag.Uint64("seed", 2017, "seed of the random numbers")
	rows := flag.Int("rows", 0, "write one national ticket CSV of this many rows to standard output instead")
	flag.Parse()
	var err error
	if *rows > 0 {
		err = national(os.Stdout, *rows, *seed)
	} else {
		err = write(*out, *seed)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// file is one generated file.
type file struct {
	name string
	data []byte
}

// write makes every file and puts it in the folder.
func write(dir string, seed uint64) error {
	files, err := all(seed)
	if err != nil {
		return err
	}
	for _, f := range files {
		p := filepath.Join(dir, filepath.FromSlash(f.name))
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(p, f.data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// all makes the files in order; each family has random numbers of its own, so
// that a change in one does not change the others.
func all(seed uint64) ([]file, error) {
	var out []file
	for i, family := range []func(*rand.Rand) ([]file, error){queues, neighbours, budget, enforcement, surveys, performance} {
		files, err := family(rand.New(rand.NewPCG(seed, uint64(i))))
		if err != nil {
			return nil, err
		}
		out = append(out, files...)
	}
	return out, nil
}
