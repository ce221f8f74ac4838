package config

import "rapor/ingest/layout"

// sourceKeys say how files are read that the program cannot read by itself.
func sourceKeys() []Key {
	return []Key{
		key("sources", Group,
			"cara membaca berkas tertentu; beberapa entri untuk satu berkas digabung bila tidak bertentangan",
			"how some files are read; several entries for one file are joined unless they contradict each other", "",
			many),
		key("sources[].glob", Glob, "pola nama berkas, dalam tanda kutip", "pattern of file names, in quotes",
			`"antrean*.csv"`, required),
		key("sources[].sheet", Line, "nama lembar", "name of the sheet", `Sheet1`, byDefault("semua lembar",
			"every sheet")),
		key("sources[].kind", Word, "jenis catatan", "record kind", `ticket`, words(termWords(layout.KindTerms())),
			byDefault("dikenali dari judul kolom", "recognised by the headings")),
		key("sources[].layout", Word, "kode tata letak, bawaan atau dari layouts",
			"id of a layout, built-in or from layouts", `antrean-tiket`, open, words(layoutWords()),
			byDefault("dikenali dari judul kolom", "recognised by the headings")),
		key("sources[].header", Count, "nomor baris judul, berurutan, paling banyak empat",
			"numbers of the header rows, one after the other, at most four", `[1]`, many, from(1, 60),
			byDefault("dicari", "looked for")),
		key("sources[].columns", Word,
			"judul kolom dan isiannya; ditambahkan pada tata letak yang cocok; \"-\" meniadakan kolom",
			"headings and their fields; added to the layout that fits; \"-\" leaves a column out",
			`{Ambil Nomor: taken, Catatan: "-"}`, perName, open, words(fieldWords())),
		key("sources[].date_order", Word, "urutan tanggal", "order of dates", `dmy`, byDefault("dari datanya",
			"from the data"), words([]Choice{
			choice("dmy", "hari/bulan/tahun", "day/month/year", "hbt"), choice("mdy", "bulan/hari/tahun",
				"month/day/year", "bht"),
			choice("ymd", "tahun-bulan-hari", "year-month-day", "tbh"),
		})),
		key("sources[].numbers", Word, "cara menulis bilangan", "how numbers are written", `id`,
			byDefault("dari datanya", "from the data"), words([]Choice{
				choice("id", "1.234,5", "1.234,5"), choice("en", "1,234.5", "1,234.5"), choice("plain", "1234.5", "1234.5",
					"polos"),
			})),
		key("sources[].totals", Word, "yang benar bila jumlah, sisa, persentase, atau rekap berbeda dari rinciannya; tanpa ini nilainya ditahan",
			"what is right where a total, remainder, percentage or recap differs from its lines; without it the value is withheld", `rincian`,
			words([]Choice{
				choice("lines", "rinciannya; jumlah yang tidak cocok hanya disebut", "the lines; a total that differs is only named", "rincian"),
			})),
		key("sources[].hidden", Word, "baris dan kolom yang disembunyikan di lembar kerja: dihitung atau tidak",
			"hidden rows and columns of a worksheet: counted or not", `hitung`,
			words([]Choice{
				choice("count", "ikut dihitung seperti yang tampak", "they count like those that are shown", "hitung"),
				choice("leave", "tidak dihitung, dan nilainya tidak ditahan karenanya",
					"they do not count, and no value is withheld for them", "sisihkan"),
			})),
		key("sources[].flow", Word, "nilai bulanan atau kumulatif", "monthly or cumulative amounts", `cumulative`,
			apart, byDefault("dari datanya", "from the data"), words([]Choice{
				choice("flow", "nilai sebulan", "of the month", "bulanan", "monthly"), choice("cumulative",
					"sejak awal tahun", "since the start of the year", "kumulatif"),
			})),
		key("sources[].unit", Word, "arti bilangan tanpa satuan", "what bare numbers mean", `menit`,
			words(termWords(layout.UnitTerms())), byDefault("menit; rupiah", "minutes; rupiah")),
		key("sources[].units", Word, "judul kolom dan arti bilangannya; mendahului unit",
			"headings and what their bare numbers mean; goes before unit", `{Lama Layanan: detik}`, perName,
			words(termWords(layout.UnitTerms())), byDefault("dari judul kolom, lalu unit", "by the heading, then unit")),
		key("sources[].filter", Filter, "syarat baris: kolom=nilai atau kolom!=nilai; semuanya harus terpenuhi",
			"conditions on rows: kolom=nilai or kolom!=nilai; all must hold", `["Status!=batal"]`, many),
		key("sources[].constants", Line, "isian yang tidak ada kolomnya", "fields that have no column",
			`{day: 2016-03-01}`, perName),
		key("exclude", Glob, "pola nama berkas yang bukan data", "patterns of files that are no data", `["arsip/**"]`,
			many),
		key("layouts", Path, "berkas tata letak sendiri (TOML)", "layout files of your own (TOML)",
			`[tata-letak-kami.toml]`, many),
	}
}
