CREATE TABLE towns (
    id        INTEGER PRIMARY KEY,
    name      TEXT NOT NULL UNIQUE,
    region    TEXT NOT NULL,
    latitude  REAL NOT NULL,
    longitude REAL NOT NULL
) STRICT;
