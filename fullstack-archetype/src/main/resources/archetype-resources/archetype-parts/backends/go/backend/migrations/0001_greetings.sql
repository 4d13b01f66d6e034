CREATE TABLE greetings (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 200)
) STRICT;

INSERT INTO greetings (text) VALUES ('Hello from the back end'), ('Olá'), ('Grüß Gott');
