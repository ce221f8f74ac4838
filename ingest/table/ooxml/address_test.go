package ooxml

import "testing"

func TestAddresses(t *testing.T) {
	for col := range columns {
		ref := place(col, 12)
		if c, r, ok := address([]byte(ref)); !ok || c != col || r != 12 {
			t.Fatal(ref, c, r, ok)
		}
	}
	for _, bad := range []string{"", "A", "1", "A0", "1A", "A-1", "A1B", "$A$1", "A 1", "Ä1", "A99999999999", "ZZZZZZZZZZZZZZ1"} {
		if c, r, ok := address([]byte(bad)); ok {
			t.Error(bad, c, r)
		}
	}
}
