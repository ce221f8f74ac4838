package ooxml

import "io"

// aheadReader reads a stream in a goroutine of its own, a few buffers ahead of
// the reader, so that unpacking and scanning overlap.
type aheadReader struct {
	full chan filled
	free chan []byte
	stop chan struct{}
	done chan struct{}
	cur  filled
	rest []byte // of cur, not read yet
}

// filled is a buffer as it was read, with what ended the reading.
type filled struct {
	buf []byte
	n   int
	err error
}

const (
	aheadBuffers = 3
	aheadSize    = 128 << 10
)

// readAhead starts reading; the stream belongs to it and is closed with it.
func readAhead(in io.ReadCloser) *aheadReader {
	a := &aheadReader{
		full: make(chan filled, aheadBuffers),
		free: make(chan []byte, aheadBuffers),
		stop: make(chan struct{}),
		done: make(chan struct{}),
	}
	for range aheadBuffers {
		a.free <- make([]byte, aheadSize)
	}
	go a.run(in)
	return a
}

func (a *aheadReader) run(in io.ReadCloser) {
	defer close(a.done)
	defer in.Close()
	for {
		select {
		case <-a.stop:
			return
		case buf := <-a.free:
			n, err := io.ReadFull(in, buf)
			if err == io.ErrUnexpectedEOF {
				err = io.EOF
			}
			a.full <- filled{buf, n, err} // never blocks: there are as many places as buffers
			if err != nil {
				return
			}
		}
	}
}

// Read hands on what was read ahead, and its error after the last byte.
func (a *aheadReader) Read(p []byte) (int, error) {
	for len(a.rest) == 0 {
		if a.cur.err != nil {
			return 0, a.cur.err
		}
		if a.cur.buf != nil {
			a.free <- a.cur.buf
		}
		a.cur = <-a.full
		a.rest = a.cur.buf[:a.cur.n]
	}
	n := copy(p, a.rest)
	a.rest = a.rest[n:]
	return n, nil
}

// Close stops the reading and waits for its goroutine to end.
func (a *aheadReader) Close() error {
	close(a.stop)
	<-a.done
	return nil
}
