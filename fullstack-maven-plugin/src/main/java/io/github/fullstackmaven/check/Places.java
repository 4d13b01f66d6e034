package io.github.fullstackmaven.check;

/** Turns offsets into lines and columns, both from 1; offsets come in order. */
final class Places {
    private final String text;
    private int at;
    private int line = 1;
    private int begin;

    /** Where something stands. */
    record Place(int line, int column) {}

    Places(String text) {
        this.text = text;
    }

    Place of(int offset) {
        int stop = Math.min(offset, text.length());
        for (; at < stop; at++) {
            if (text.charAt(at) == '\n') {
                line++;
                begin = at + 1;
            }
        }
        return new Place(line, offset - begin + 1);
    }
}
