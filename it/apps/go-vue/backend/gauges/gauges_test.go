package gauges

import "testing"

func TestAReadingIsKept(t *testing.T) {
	all := New()
	if _, found := all.Read(2, 101); !found {
		t.Fatal("gauge 2 is not there")
	}
	if gauge, _ := all.Find(2); gauge.Centimetres != 101 {
		t.Errorf("%d instead of 101", gauge.Centimetres)
	}
}
