package who
import ("testing";"annals/gazetteer")
func TestSmoke(t *testing.T){ g,e:=gazetteer.Load(); if e!=nil {t.Fatal(e)}; if _,e:=New(g); e!=nil {t.Fatal(e)} }
