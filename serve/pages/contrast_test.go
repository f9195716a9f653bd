package pages

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestContrast holds that whatever is read stands out from its ground as WCAG 2.2 asks at
// level AA: text by 4.5 to 1, the borders of fields, marks of charts and the focus by 3 to 1.
func TestContrast(t *testing.T) {
	css, err := static.ReadFile("static/app.css")
	if err != nil {
		t.Fatal(err)
	}
	light, rest, _ := strings.Cut(string(css), "prefers-color-scheme: dark")
	dark, _, _ := strings.Cut(rest, "*, *::before")
	text := []string{
		"ink/paper", "ink/card", "ink/mark", "ink/chosen", "muted/paper", "muted/card", "muted/chosen", "link/paper", "link/card", "link/chosen",
		"paper/link", "cooperation/paper", "cooperation/card", "conflict/paper", "conflict/card", "neutral/paper", "neutral/card", "ink/land",
	}
	marks := []string{
		"field/paper", "field/card", "focus/paper", "focus/card", "cooperation/card", "conflict/card", "neutral/card", "cooperation/land", "conflict/land", "neutral/land",
	}
	for scheme, block := range map[string]string{"light": light, "dark": dark} {
		colours := coloursOf(t, block)
		for _, pair := range text {
			checkContrast(t, scheme, colours, pair, 4.5)
		}
		for _, pair := range marks {
			checkContrast(t, scheme, colours, pair, 3)
		}
	}
}

// coloursOf reads the colours that a block of CSS names.
func coloursOf(t *testing.T, block string) map[string]float64 {
	t.Helper()
	out := map[string]float64{}
	for _, found := range regexp.MustCompile(`--([a-z-]+): #([0-9a-f]{6});`).FindAllStringSubmatch(block, -1) {
		out[found[1]] = luminance(found[2])
	}
	if len(out) < 10 {
		t.Fatalf("only %d colours were found", len(out))
	}
	return out
}

func checkContrast(t *testing.T, scheme string, colours map[string]float64, pair string, least float64) {
	t.Helper()
	front, ground, _ := strings.Cut(pair, "/")
	a, knownA := colours[front]
	b, knownB := colours[ground]
	if !knownA || !knownB {
		t.Errorf("%s: a colour of %s is not defined", scheme, pair)
		return
	}
	if contrast := (max(a, b) + 0.05) / (min(a, b) + 0.05); contrast < least {
		t.Errorf("%s: %s has the contrast %.2f, less than %.1f", scheme, pair, contrast, least)
	}
}

// luminance is the relative luminance of a colour, as WCAG defines it.
func luminance(hex string) float64 {
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, _ := strconv.ParseUint(hex[2*i:2*i+2], 16, 8)
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}
