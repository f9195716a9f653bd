// Package matrix multiplies matrices of float32 for training.
//
// In come slices in row order, out come sums of products. On amd64 the inner
// loops are vector instructions (asm.go writes them: go generate); elsewhere
// they are plain Go. The sums of one element are always taken in the same order,
// fused, so that AVX2 and AVX-512 give the same bits.
package matrix

//go:generate go run -modfile=../../tools/go.mod asm.go -out matrix_amd64.s -stubs stubs_amd64.go -pkg matrix
