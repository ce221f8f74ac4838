// Package delimited reads CSV and its relatives: it finds encoding, delimiter
// and quoting from the text itself, says how it knows, and hands on rows with
// their line numbers. One stray quote never swallows rows.
//
// It knows nothing of headers or of what a cell means.
//
// # The rules, and why
//
// Everything is decided from the first 256 KB, read with the same parser that
// reads the whole file afterwards, so that what is measured is what is done.
//
//   - Encoding (encoding.go): a byte-order mark; else zeros in every second
//     byte (UTF-16 without a mark); else valid UTF-8, which other encodings
//     almost never are by accident; else windows-1252. A file that is mostly
//     good UTF-8 stays UTF-8 and only its bad bytes are read as windows-1252,
//     with a doubt on each such line: one pasted byte must not spoil all
//     accents. Eight-bit text whose words are made of accents is some other
//     code page, and is doubted.
//   - Records (dialect.go): LF, CRLF, CR. A lone CR among others ends a
//     record only when the pieces agree on their width better than the whole.
//   - Delimiter (delimiter.go): the one under which most records have the
//     same number of cells, more cells counting a little more, cells that
//     look whole (no other delimiter inside) counting more. A comma that only
//     ever stands between digits under a header without one is a decimal
//     comma. A space must be proven by quoted cells or by three columns that
//     agree throughout, because prose is full of spaces. A delimiter that only
//     comes in pairs is a double one ("||"); one that is always followed by a
//     space has that space in it (", "), but the space is only taken away
//     where it stands. One under which the headings do not part loses to one
//     under which they part like every row; one that only ends lines, or stands
//     in one record of many, parts nothing. A single column is written with
//     what its quoted cells hold and no other does.
//   - Quotes (quote.go): a quote is one that opens and closes cells. Doubled
//     quotes are always read as one inside a quoted cell; a backslash before
//     a quote too where more of them stand inside cells than at their ends.
//   - Several lines in one cell (parser.go): a quoted cell may run on when it
//     closes properly. It may not when the line on its own has the width of
//     the rest and the lines it would eat are rows themselves.
//   - A damaged record (repair.go): of all ways to read its quotes, the one
//     that gives as many cells as the rest of the file with the fewest quotes
//     taken as text; a doubt names the line. Damage stays on its line. Where
//     no other way of cutting comes near, the doubt says so (certain.go): it is
//     about the text of one cell.
//   - A row of another width (irregular.go): delimiters behind backslashes
//     are text if that gives the right width; a row in which another
//     delimiter gives the right width and the same kinds of cells is read
//     with it, with a doubt. Other rows are handed on as they stand, with a
//     doubt if nearly all rows have one width; empty cells missing or too many
//     at the end of a row that is filled as far as all others raise none.
package delimited
