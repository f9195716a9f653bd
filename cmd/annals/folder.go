package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"annals/document"
)

// expand returns the files that are named, with those in a folder in its place, and an
// error for each folder that cannot be read.
func expand(args []string) (files []string, unread []error) {
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			files = append(files, arg) // what cannot be opened is reported when it is read
			continue
		}
		walked := filepath.WalkDir(arg, func(path string, entry fs.DirEntry, err error) error {
			hidden := path != arg && strings.HasPrefix(filepath.Base(path), ".")
			switch {
			case err != nil:
				unread = append(unread, fmt.Errorf("reading a folder: %w", err))
				return skip(entry)
			case hidden:
				return skip(entry)
			case isFile(path, entry) && document.IsNamed(path):
				files = append(files, path)
			}
			return nil
		})
		if walked != nil {
			unread = append(unread, fmt.Errorf("reading the folder %s: %w", arg, walked))
		}
	}
	return files, unread
}

// skip passes over a file, or over all that is in a folder.
func skip(entry fs.DirEntry) error {
	if entry != nil && entry.IsDir() {
		return fs.SkipDir
	}
	return nil
}

// isFile reports whether something in a folder is a file, or a link to one.
func isFile(path string, entry fs.DirEntry) bool {
	if entry.Type()&fs.ModeSymlink == 0 {
		return entry.Type().IsRegular()
	}
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular()
}
