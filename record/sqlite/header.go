package sqlite

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// applicationID marks a file as a record: "anls".
const applicationID = 0x616e6c73

// Why a file cannot be used as a record. Errors of Open wrap them.
var (
	ErrAbsent  = errors.New("there is no such record; 'annals add' makes one")
	ErrForeign = errors.New("is no record of annals")
	ErrCut     = errors.New("is cut off: part of the record is missing")
	ErrNewer   = errors.New("was written by a newer annals")
)

// The header of an SQLite file, as its file format has it.
const (
	headerSize    = 100
	magic         = "SQLite format 3\x00"
	pageSizeAt    = 16
	pagesAt       = 28
	userVersionAt = 60
	applicationAt = 68
)

// checkFile tells from the first bytes of a file whether it is a whole record of a
// known version, without changing anything.
func checkFile(path string) error {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return ErrAbsent
	}
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%w: it is no file", ErrForeign)
	}
	var header [headerSize]byte
	n, err := io.ReadFull(f, header[:])
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		if n >= len(magic) && string(header[:len(magic)]) == magic {
			return ErrCut
		}
		return ErrForeign
	case err != nil:
		return err
	case string(header[:len(magic)]) != magic:
		return ErrForeign
	case binary.BigEndian.Uint32(header[applicationAt:]) != applicationID:
		return fmt.Errorf("%w: it is a database of another program", ErrForeign)
	}
	if err := checkVersion(int(binary.BigEndian.Uint32(header[userVersionAt:]))); err != nil {
		return err
	}
	return checkSize(path, info.Size(), header[:])
}

// checkVersion refuses what only a newer program understands.
func checkVersion(version int) error {
	if version > len(migrations) {
		return fmt.Errorf("%w: it has version %d, and this program knows %d", ErrNewer, version, len(migrations))
	}
	return nil
}

// checkSize compares the size of a file with what its header says. While there is a
// log beside the file that may hold pages of it, the header says nothing.
func checkSize(path string, size int64, header []byte) error {
	if log, err := os.Stat(path + "-wal"); err == nil && log.Size() > 0 {
		return nil
	}
	page := int64(binary.BigEndian.Uint16(header[pageSizeAt:]))
	if page == 1 {
		page = 64 << 10 // 65536 does not fit
	}
	if pages := int64(binary.BigEndian.Uint32(header[pagesAt:])); size < pages*page {
		return fmt.Errorf("%w (%d of %d bytes)", ErrCut, size, pages*page)
	}
	return nil
}
