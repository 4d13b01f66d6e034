-- Run at every start: what is there already has to stay as it is.
CREATE TABLE IF NOT EXISTS greetings (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200)
) STRICT;

INSERT OR IGNORE INTO greetings (id, text) VALUES (1, 'Hello from the back end'), (2, 'Olá'), (3, 'Grüß Gott');
