package org.example.orgeln;

import java.util.List;
import java.util.Optional;

/** All organs. */
public final class Organs {
    private static final List<Organ> ALL =
            List.of(
                    new Organ(1, "Stiftskirche Öd", 1721, List.of("Prinzipal 8'", "Gemshörnlein 2'")),
                    new Organ(2, "Kostel sv. Řehoře", 1688, List.of("Kryt 8'", "Píšťala 4'")),
                    new Organ(3, "Saint-Aubin-des-Prés", 1854, List.of("Flûte à fuseau 4'", "Voix céleste 8'")));

    private Organs() {}

    /** Returns all of them. */
    public static List<Organ> all() {
        return ALL;
    }

    /** Returns the organ with this number. */
    public static Optional<Organ> find(String number) {
        return ALL.stream().filter(o -> String.valueOf(o.id()).equals(number)).findFirst();
    }
}
