// Package kernel is the arithmetic of a network with weights of eight bits.
//
// In come activations as unsigned bytes, out come sums as whole numbers, and from
// those activations again. Whole numbers have no rounding, and what is done with
// floating-point numbers is done in the same order without fused operations: so
// AVX-512, AVX2 and plain Go give the same bits, and a reader the same trees on
// every machine. asm.go writes the vector instructions: go generate.
package kernel

//go:generate go run -modfile=../../../tools/go.mod asm.go -out kernel_amd64.s -stubs stubs_amd64.go -pkg kernel
