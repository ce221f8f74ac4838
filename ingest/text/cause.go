package text

import (
	"archive/zip"
	"compress/flate"
	"context"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"syscall"
)

// known is an error with words of ours.
type known struct {
	is  error
	say Text
}

// causes are what operating systems and libraries say in English alone.
var causes = []known{
	{fs.ErrNotExist, T("tidak ditemukan", "not found")},
	{fs.ErrPermission, T("tidak diizinkan", "permission denied")},
	{fs.ErrExist, T("sudah ada", "already exists")},
	{syscall.ENOSPC, T("ruang penyimpanan habis", "the storage is full")},
	{syscall.EFBIG, T("berkas terlalu besar untuk penyimpanannya", "the file is too large for its storage")},
	{syscall.EISDIR, T("ini folder, bukan berkas", "this is a folder, not a file")},
	{syscall.ENOTDIR, T("bagian dari jalurnya bukan folder", "a part of its path is not a folder")},
	{syscall.ENOTEMPTY, T("foldernya tidak kosong", "the folder is not empty")},
	{syscall.EBUSY, T("sedang dipakai program lain", "in use by another program")},
	{syscall.EROFS, T("penyimpanannya hanya dapat dibaca", "the storage is read-only")},
	{syscall.ENAMETOOLONG, T("namanya terlalu panjang", "the name is too long")},
	{syscall.ELOOP, T("tautannya berputar-putar", "its links go round in circles")},
	{syscall.EMFILE, T("terlalu banyak berkas terbuka", "too many open files")},
	{syscall.EIO, T("penyimpanannya gagal dibaca atau ditulis", "the storage failed to read or write")},
	{syscall.EXDEV, T("terletak pada penyimpanan lain", "it lies on another storage")},
	{syscall.EINVAL, T("tidak diterima oleh sistem", "not accepted by the system")},
	{context.Canceled, T("dihentikan", "stopped")},
	{context.DeadlineExceeded, T("terlalu lama", "it took too long")},
	{io.ErrUnexpectedEOF, T("berakhir sebelum selesai", "it ends before it is complete")},
	{io.EOF, T("kosong atau berakhir sebelum selesai", "empty, or it ends before it is complete")},
	{io.ErrClosedPipe, T("penerimanya sudah menutup", "its receiver has closed")},
	{syscall.EPIPE, T("penerimanya sudah menutup", "its receiver has closed")},
	{zip.ErrFormat, T("bukan berkas ZIP yang utuh", "not a whole ZIP file")},
	{zip.ErrAlgorithm, T("dimampatkan dengan cara yang tidak dikenal", "packed in a way that is not known")},
	{zip.ErrChecksum, T("isinya tidak cocok dengan tanda pemeriksanya", "its content does not match its checksum")},
	{csv.ErrFieldCount, T("jumlah kolomnya lain", "another number of columns")},
	{csv.ErrQuote, T("tanda kutip tidak berpasangan", "an unpaired quote")},
	{csv.ErrBareQuote, T("tanda kutip di tengah isi", "a quote within a value")},
}

// cause words an error of the operating system or of a library that reads a
// written form; false when it is none of those known.
func cause(err error) (Text, bool) {
	switch e := err.(type) {
	case *fs.PathError:
		return Of(Errorf("%s: %w", "%s: %w", filepath.ToSlash(e.Path), e.Err)), true
	case *csv.ParseError:
		return Of(Errorf("baris %d, kolom %d: %w", "line %d, column %d: %w", e.Line, e.Column, e.Err)), true
	case *xml.SyntaxError:
		return Of(Errorf("XML rusak pada baris %d", "malformed XML on line %d", e.Line)), true
	case flate.CorruptInputError:
		return Of(Errorf("mampatannya rusak pada bita ke-%d", "its packing is damaged at byte %d", int64(e))), true
	case *json.SyntaxError:
		return Of(Errorf("bukan JSON yang benar pada bita ke-%d", "not valid JSON at byte %d", e.Offset)), true
	case *json.UnmarshalTypeError:
		return Of(Errorf("%s: isinya bukan yang diharapkan (bita ke-%d)", "%s: not the expected kind of value (byte %d)", e.Field, e.Offset)), true
	case interface { // go-toml
		error
		Position() (row, column int)
	}:
		row, column := e.Position()
		return Of(Errorf("baris %d, kolom %d: %s", "line %d, column %d: %s", row, column, form(err))), true
	}
	if errors.Unwrap(err) != nil {
		return Text{}, false
	}
	for _, c := range causes {
		if errors.Is(err, c.is) {
			return c.say, true
		}
	}
	return Text{}, false
}

// form says what is wrong in a TOML text.
func form(err error) Text {
	switch said := err.Error(); {
	case strings.Contains(said, "missing field"), strings.Contains(said, "missing table"), strings.Contains(said, "unknown"):
		return T("kunci ini tidak dikenal", "this key is not known")
	case strings.Contains(said, "cannot store"), strings.Contains(said, "cannot decode"), strings.Contains(said, "incompatible"):
		return T("isinya bukan jenis yang diharapkan", "not the expected kind of value")
	}
	return T("bukan TOML yang benar", "not valid TOML")
}
