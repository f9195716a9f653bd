// Package storetest holds the tests that every record.Store must pass.
//
// In comes what opens an empty store; the tests compare what it gives with what was
// added, by the rules of package record.
package storetest
