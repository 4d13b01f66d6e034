package org.example.imkerei;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** All hives of the village. */
@ApplicationScoped
public class Apiary {
    private static final List<Hive> HIVES =
            List.of(
                    new Hive(1, "Hinterm Friedhof", 41.5),
                    new Hive(2, "Süßkirschwiese", 38.25),
                    new Hive(3, "Ruche de l'église", 52));

    /** Returns the hives that weigh at least something. */
    List<Hive> from(double kilograms) {
        return HIVES.stream().filter(hive -> hive.kilograms() >= kilograms).toList();
    }

    /** Returns one hive. */
    Optional<Hive> hive(int id) {
        return HIVES.stream().filter(hive -> hive.id() == id).findFirst();
    }
}
