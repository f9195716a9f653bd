// Package attribution reads according to whom a clause is told, and whether it
// is told as fact.
//
// In comes a sentence with its tree; out comes a Reading, which answers three
// questions about any word of the sentence: who says so (Chain, outermost
// speaker first), does it stand as a fact (Status), and what is named as the
// cause of what (Causes). Which words report, weaken or cause is data: see
// en/cues.tsv, en/modality.tsv and en/causes.tsv. chain.go reads "X said that" and "according
// to X", retold.go what is neither ("in X's opinion", "as X tells it", "legend has it that"),
// regard.go opinions, status.go and unreal.go what is no fact.
package attribution
