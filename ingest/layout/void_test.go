package layout

import "testing"

// A state or a remark that takes a row back begins with the word that does so;
// what it says later is about something else.
func TestWordsThatTakeARowBack(t *testing.T) {
	acts, requests := actionKindVoid(t), kindVoid(t, "application")
	for text, want := range map[string][2]bool{
		"Batal": {true, true}, "DIBATALKAN": {true, true}, "Dibatalkan berdasarkan putusan PTUN": {true, true},
		"Cancelled": {true, true}, "Tidak jadi": {true, true}, "tidak terlaksana": {true, true},
		"Draft": {true, false}, "Rencana": {true, false}, "Ditunda": {true, false}, "Usulan ke kanwil": {true, false},
		"Ditolak": {false, true}, "Permohonan ditolak": {false, true}, "Rejected": {false, true},
		"Selesai": {}, "Terlaksana": {}, "Proses": {}, "Tidak batal": {}, "Permohonan keberatan dikabulkan": {},
		"Pembatalan izin tinggal": {}, "Keberatan ditolak": {}, "Selesai, jadwal awal dibatalkan": {}, "Penundaan keberangkatan": {},
		"": {}, "-": {}, "Belum batal": {}, "Tidak ada": {},
	} {
		if got := voids(text, acts); got != want[0] {
			t.Errorf("%q takes an act back: %v", text, got)
		}
		if got := voids(text, requests); got != want[1] {
			t.Errorf("%q takes an application back: %v", text, got)
		}
	}
}

func actionKindVoid(t *testing.T) map[string]bool { return kindVoid(t, "action") }

func kindVoid(t *testing.T, name string) map[string]bool {
	t.Helper()
	k, ok := kindOf(name)
	if !ok || len(k.void) == 0 {
		t.Fatalf("no words take a %s back", name)
	}
	return k.void
}
