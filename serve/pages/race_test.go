//go:build race

package pages

const raceOn = true // timings mean nothing, and what a browser draws is drawn without it too
