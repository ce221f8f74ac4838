// Package ooxml reads XLSX workbooks as grids of raw cells: it reads truly or
// refuses by name. It knows nothing of headers or of what a cell means, and
// never turns a number into a date, a share or an amount: it hands on the text
// of the file, how the file typed it and the family of its display format.
//
// # What is trusted, and why
//
// Nothing of a workbook is believed before it was checked; all checks are done
// by Open, so that a caller never holds a row of a workbook that turns out to
// be damaged later.
//
// The archive. Package archive judges its directory before anything is
// unpacked and has every part, read or not, unpacked once to its end.
//
// The XML. Parts are read by a small scanner of this package: UTF-8 or UTF-16,
// tags that nest, attributes in quotes, one root element, nothing after it. A
// document type is refused, so entities are the five of XML and character
// references. A part cut short is malformed even when its checksum holds.
//
// The workbook. Each sheet listed must lead to a part; chart and macro sheets
// hold no cells and are left out. Relative and absolute part names, either
// slash, any case, and the strict (ISO 29500) namespaces are the same to it.
//
// The sheet. Each is read once to its end before Open returns (survey), by the
// same code that later hands on its rows (reading). Refused are: rows or cells
// out of order or twice, a reference that belongs to another row, rows and
// columns past the last one of a spreadsheet (1,048,576 and XFD), an index
// into the shared strings or styles that leads nowhere, a truth value that is
// neither, an unknown cell type, and a merged range that is none. Positions
// that are not written are counted on from the last one. The stated dimension
// of a sheet and the stated count of strings are never used. What a few bytes
// could blow up is bounded as well: the texts of a row, the empty cells before
// a far column, merged ranges, and sheets that are one and the same part.
//
// # What is handed on
//
// Texts stand as in the file, leading and trailing blanks included, whether or
// not xml:space says so; runs of rich text are joined, phonetic readings left
// out, _xHHHH_ escapes resolved. Numbers keep the digits of the file, except
// that a fraction stored with the 16 or 17 digits of a binary number is rounded
// to the 15 that a spreadsheet shows; whole numbers, which may be identifiers,
// are never rounded. What is typed as a number and is none is a text. A formula
// has its cached value; one without any is an empty cell with Formula set.
//
// # What it costs
//
// A part is unpacked as a stream, in a goroutine of its own that ends with the
// reading. The unpacked bytes of small sheets are kept (Limits.Keep), so that
// the later passes over a sheet only scan. Rows that hold only styles cost the
// scan and nothing else. Memory is a window of the stream, the kept bytes, the
// shared strings and one row.
package ooxml
