package io.github.fullstackmaven.it.engine;

import java.util.List;

/** Prints what is done, and keeps what is noted on the way. */
class RememberedNotes extends PrintedProgress {
    private final List<String> notes;

    RememberedNotes(List<String> notes) {
        this.notes = notes;
    }

    @Override
    public void note(String line) {
        super.note(line);
        notes.add(line);
    }
}
