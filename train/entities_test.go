package train

import (
	"strings"
	"testing"

	"annals/language/conllu"
)

func TestEntityNames(t *testing.T) {
	// form, tag, Entity
	const text = `President NNP (1-person-new-nnnnn-cf1-2-coref-Ana_Lopez
Lopez NNP 1)
left VBD _
the DT (2-organization-new-nnnnn-cf2-2,4-sgl-University_of_Oslo
University NNP _
of IN _
Oslo NNP (3-place-new-nnnnn-cf3-1-sgl-Oslo)2)
for IN _
a DT (4-place-new-nnnnn-cf4-2-sgl
house NN _
in IN _
Bergen NNP (5-place-new-nnnnn-cf5-1-coref-Bergen)4)
with IN _
the DT (6-person-new-nnnnn-cf6-2-sgl
Secretary NNP 6)
and CC _
NATO NNP (7-organization-new-nnnnn-cf7-1-coref-NATO(8-person-new-nnnnn-cf8-2-sgl
troops NNS 7)8)`
	const want = "O B-PER O O B-ORG I-ORG I-ORG O O O O B-LOC O O O O B-ORG O"
	var rows []conllu.Row
	var words []int
	for i, line := range strings.Split(text, "\n") {
		f := strings.Fields(line)
		row := conllu.Row{conllu.Form: f[0], conllu.XPOS: f[1], conllu.Misc: "SpaceAfter=No|Entity=" + f[2]}
		if f[1] == "DT" {
			row[conllu.UPOS] = "DET"
		}
		if f[2] == "_" {
			row[conllu.Misc] = "_"
		}
		rows = append(rows, row)
		words = append(words, i)
	}
	if got := strings.Join(entityNames(rows, words), " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
