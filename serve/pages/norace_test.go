//go:build !race

package pages

const raceOn = false
