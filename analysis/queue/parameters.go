package queue

// expressLimit is the number of working days within which an express passport
// (layanan percepatan) is promised. Source: public notices of immigration
// offices, 2023 onwards; status: unverified.
const expressLimit = 1
