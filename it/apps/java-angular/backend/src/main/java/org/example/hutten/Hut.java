package org.example.hutten;

/** A hut and how many of its beds are free. */
public record Hut(int id, String name, int altitude, int beds, int free) {

    Hut without(int taken) {
        return new Hut(id, name, altitude, beds, free - taken);
    }
}
