package org.example.sauna;

/** A sauna, and from which hour to which it is hot. */
public record Sauna(String name, int degrees, int from, int until) {

    /** Says whether it is hot in this hour. */
    public boolean hotAt(int hour) {
        return from <= hour && hour < until;
    }
}
