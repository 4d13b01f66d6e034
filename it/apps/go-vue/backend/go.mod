module example.org/pegel

go 1.25.0
