package cli

import (
	"fmt"
	"os"
	"sync"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"

	"rapor/ingest"
)

// meter shows reading progress; updates come from several workers.
type meter struct {
	mu   sync.Mutex
	bar  *progressbar.ProgressBar
	word string // what the number beside the bar counts
}

// progress makes a meter that shows a bar on a terminal and nothing
// elsewhere.
func (a *app) progress(quiet bool) *meter {
	f, ok := a.Err.(*os.File)
	if quiet || !ok || !term.IsTerminal(int(f.Fd())) {
		return &meter{}
	}
	return &meter{word: a.say("baris", "rows"), bar: progressbar.NewOptions64(-1,
		progressbar.OptionSetWriter(f),
		progressbar.OptionSetDescription(a.say("membaca", "reading")),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish(),
	)}
}

func (m *meter) update(p ingest.Progress) {
	if m.bar == nil {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.bar.ChangeMax(p.Files)
	// A bar that cannot be drawn is no reason to fail.
	_ = m.bar.Set(p.Done)
	m.bar.Describe(fmt.Sprintf("%s %d", m.word, p.Rows))
}

func (m *meter) done() {
	if m.bar != nil {
		_ = m.bar.Finish() // a bar that cannot be cleared is no reason to fail
	}
}
