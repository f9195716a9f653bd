package when

import (
	"bufio"
	"fmt"
	"os"
	"testing"
)

func TestProbe(t *testing.T) {
	f, err := os.Open("/tmp/timeh/probe.txt")
	if err != nil {
		t.Skip()
	}
	r := rules(t)
	sc := bufio.NewScanner(f)
	for sc.Scan() {
		ref, text := reference(sc.Text())
		found := r.Find(sentence(text), ref)
		fmt.Println(sc.Text())
		fmt.Println("      ", show(found))
		for _, e := range found {
			fmt.Printf("        [%s] %s %s\n", e.When.Text, e.When.Basis, e.Rule)
		}
	}
}
