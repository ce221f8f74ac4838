// Package cli is the command line: one file per subcommand, flags and
// configuration into option structs, progress, exit codes. It is the only
// place that prints, and with the file-opening part of ingest the only one
// that touches the file system.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"

	"rapor/ingest/text"
	"rapor/templates/format"
)

// Version is the version of the program and of the results it writes.
const Version = "0.1.0"

// Streams are the standard streams of a run: Out for asked data only, Err for
// progress and notes, In for answers.
type Streams struct {
	Out, Err io.Writer
	In       io.Reader // answers to questions; nil = none are given
}

// globals are the flags every command understands.
type globals struct {
	Lang string `help:"${lang_help}" enum:"id,en," default:"" placeholder:"id|en"`
}

type commands struct {
	globals
	Report     reportCmd     `cmd:"" help:"${report_help}"`
	Inspect    inspectCmd    `cmd:"" help:"${inspect_help}"`
	Table      tableCmd      `cmd:"" help:"${table_help}"`
	Check      checkCmd      `cmd:"" help:"${check_help}"`
	Init       initCmd       `cmd:"" help:"${init_help}"`
	Indicators indicatorsCmd `cmd:"" help:"${indicators_help}"`
	Problems   problemsCmd   `cmd:"" help:"${problems_help}"`
	Fields     fieldsCmd     `cmd:"" help:"${fields_help}"`
	Rules      rulesCmd      `cmd:"" help:"${rules_help}"`
	Config     configCmd     `cmd:"" help:"${configs_help}"`
	Explain    explainCmd    `cmd:"" help:"${explain_help}"`
	Render     renderCmd     `cmd:"" help:"${render_help}"`
	Simulate   simulateCmd   `cmd:"" help:"${simulate_help}"`
	Version    versionCmd    `cmd:"" help:"${version_help}"`
}

// app is what commands are given besides their own flags.
type app struct {
	Streams
	ctx  context.Context
	lang format.Lang
	// asked says that the language was given on the command line, which wins
	// over rapor.yaml.
	asked bool
}

func (a *app) note(id, en string, args ...any) {
	fmt.Fprintf(a.Err, a.say(id, en)+"\n", args...)
}

// say chooses the text of the language in use.
func (a *app) say(id, en string) string { return text.T(id, en).In(a.lang) }

// Run executes one command line and returns its exit code. Ctrl-C cancels the
// run, and so does the request to end that systems send (SIGTERM); nothing
// half-written is left.
func Run(args []string, s Streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	return run(ctx, args, s)
}

func run(ctx context.Context, args []string, s Streams) int {
	a := &app{Streams: s, ctx: ctx, lang: languageOf(args)}
	var cmd commands
	exited := -1
	parser, err := kong.New(&cmd,
		kong.Name("rapor"),
		kong.Description(about.In(a.lang)),
		texts(a.lang),
		kong.Writers(s.Out, s.Err),
		kong.Help(helpIn(a.lang)),
		kong.Exit(func(code int) { exited = code; panic(exitPanic{}) }),
	)
	if err != nil {
		fmt.Fprintln(s.Err, err)
		return ExitFailed
	}
	kctx, err := parse(parser, args)
	switch {
	case exited >= 0:
		return exited
	case err != nil:
		a.note("rapor: %s\nLihat rapor --help.", "rapor: %s\nSee rapor --help.", flagError(err).In(a.lang))
		return ExitUsage
	}
	a.asked = cmd.Lang != ""
	if cmd.Lang == "en" {
		a.lang = format.EN
	}
	return a.finish(kctx.Run(a))
}

// exitPanic unwinds out of kong after it has printed help.
type exitPanic struct{}

func parse(p *kong.Kong, args []string) (ctx *kong.Context, err error) {
	defer func() {
		if r := recover(); r != nil {
			if _, ok := r.(exitPanic); !ok {
				panic(r)
			}
		}
	}()
	return p.Parse(args)
}

func (a *app) finish(err error) int {
	if err == nil {
		return ExitDone
	}
	if errors.Is(err, context.Canceled) {
		a.note("Dihentikan. Tidak ada hasil yang ditulis.", "Stopped. Nothing was written.")
		return ExitFailed
	}
	fmt.Fprintln(a.Err, "rapor: "+text.Say(err, a.lang))
	return codeOf(err)
}

// languageOf finds --lang before flags are parsed, because the help itself is
// in that language.
func languageOf(args []string) format.Lang {
	for i, s := range args {
		if s == "--lang=en" || s == "--lang" && i+1 < len(args) && args[i+1] == "en" {
			return format.EN
		}
		if s == "--" {
			break
		}
	}
	return format.ID
}
