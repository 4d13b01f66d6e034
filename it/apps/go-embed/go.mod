module example.org/wetterhahn

go 1.25.0
