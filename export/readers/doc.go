// Package readers hands what annals exports to programs that people read it with and that
// are Go modules: DuckDB, and a processor of JSON-LD; and to a validator of data packages.
// It has tests alone. It is a module of its own, since DuckDB needs cgo and annals does
// without; the tests build annals and run it.
package readers
