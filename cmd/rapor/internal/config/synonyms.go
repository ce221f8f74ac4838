package config

// inOtherWords are words under which people look for a key, by its own name:
// an unknown key that is one of them is told what it is called here.
var inOtherWords = map[string][]string{
	"nip": {"nomor_induk", "nip_kepala"}, "office": {"kantor", "instansi", "satker"}, "name": {"nama", "nama_kantor", "sebutan"}, "class": {"kelas"},
	"code": {"kode", "kode_satker", "satker"}, "place": {"kota", "tempat", "city"},
	"head":  {"kepala", "kepala_kantor", "nama_kepala", "pimpinan", "pejabat", "signer", "penandatangan"},
	"title": {"jabatan", "judul", "position"}, "letterhead": {"kop", "kop_surat"}, "address": {"alamat"},
	"synthetic": {"buatan", "sintetis"}, "aliases": {"alias", "nama_lain", "ejaan"},
	"period": {"masa", "periode", "tahun"}, "compare": {"pembanding", "banding", "bandingkan", "baseline"},
	"as_of": {"per_tanggal", "tanggal_laporan", "tanggal"}, "lang": {"bahasa", "language", "locale"},
	"strict": {"ketat"}, "max_reject": {"batas_tolak", "batas_ditolak", "maks_tolak"}, "jobs": {"pekerja", "workers", "threads"},
	"quiet": {"senyap", "diam", "tenang"}, "output": {"hasil", "keluaran", "folder_hasil", "out"}, "compact": {"ringkas"},
	"privacy": {"privasi", "penyamaran", "kerahasiaan"}, "salt": {"garam", "rahasia", "secret"},
	"hours": {"jam", "jam_layanan", "jam_kerja"}, "open": {"buka", "jam_buka", "jumlah"}, "close": {"tutup", "jam_tutup"},
	"wait_standard": {"standar_tunggu", "batas_tunggu"}, "long_wait": {"tunggu_lama"}, "tolerance": {"toleransi"},
	"process_days": {"hari_proses", "hari_kerja", "hari_penyelesaian"}, "removal_days": {"hari_deportasi"},
	"priority_classes": {"kelas_prioritas", "prioritas"}, "holidays": {"libur", "hari_libur"},
	"quota": {"kuota"}, "from": {"dari", "mulai", "sejak", "berlaku"}, "to": {"sampai", "hingga"},
	"start": {"awal", "mulai"}, "end": {"akhir", "selesai"}, "number": {"nomor", "jumlah"},
	"reforms": {"reformasi", "perubahan"}, "date": {"tanggal"}, "indicators": {"indikator"},
	"targets": {"sasaran"}, "indicator": {"indikator", "kode"}, "value": {"nilai", "target"}, "basis": {"dasar", "dasar_hukum"},
	"rules": {"aturan", "parameter"}, "awards": {"penghargaan"}, "award": {"penghargaan"}, "evidence": {"bukti"},
	"criterion": {"kriteria"}, "check": {"periksa", "butir"}, "file": {"berkas"},
	"simulate": {"simulasi"}, "enabled": {"aktif"}, "standard": {"standar"}, "counters": {"loket"},
	"sources": {"sumber", "masukan", "data"}, "glob": {"berkas", "pola", "file", "files", "path"}, "sheet": {"lembar"},
	"kind": {"jenis", "type"}, "layout": {"tata_letak"}, "header": {"judul", "baris_judul"}, "columns": {"kolom"},
	"date_order": {"urutan_tanggal", "format_tanggal"}, "numbers": {"bilangan", "angka"}, "totals": {"jumlah", "total"}, "hidden": {"tersembunyi", "disembunyikan"}, "flow": {"arus"},
	"unit": {"satuan"}, "units": {"satuan_kolom"}, "filter": {"saring", "syarat"}, "constants": {"konstanta", "tetapan"},
	"exclude": {"kecuali", "abaikan"}, "layouts": {"tata_letak"},
}
