package org.example.hutten;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All huts; bookings of several guests at once never take the same bed. */
@Component
public class Huts {
    private final Map<Integer, Hut> huts =
            Stream.of(
                            new Hut(1, "Grünschartenhütte", 2315, 48, 11),
                            new Hut(2, "Refuge de la Forêt Gelée", 1980, 24, 7),
                            new Hut(3, "Koča pod Šmarjo", 1640, 30, 30),
                            new Hut(4, "Rifugio Là-Sö", 2702, 16, 0))
                    .collect(Collectors.toMap(Hut::id, h -> h, (a, b) -> a, ConcurrentHashMap::new));

    public List<Hut> all() {
        return huts.values().stream().sorted(Comparator.comparing(Hut::id)).toList();
    }

    public Optional<Hut> find(int id) {
        return Optional.ofNullable(huts.get(id));
    }

    /** Takes beds, where there are enough; empty where there is no such hut. */
    public Optional<Hut> book(int id, int beds) {
        return Optional.ofNullable(
                huts.computeIfPresent(
                        id,
                        (key, hut) -> {
                            if (hut.free() < beds) {
                                throw new FullException(hut);
                            }
                            return hut.without(beds);
                        }));
    }

    /** There are not so many beds left. */
    public static class FullException extends RuntimeException {
        FullException(Hut hut) {
            super("not enough beds: " + hut.free() + " left");
        }
    }
}
