package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;

/** What can be wrong with an accessory. */
final class AccessoryProblems {
    private AccessoryProblems() {}

    static FullstackException unwell(String name, String why, List<String> log) {
        return FullstackException.project(
                Finding.error(
                                "FS-ACCESSORY-011",
                                "it did not get well, so no release was started: " + why,
                                Problems.lastLines(log))
                        .at("<accessory> " + name));
    }

    static Finding changed(String name) {
        return Finding.warning(
                        "FS-ACCESSORY-012",
                        "it runs as it was made, and the POM says otherwise now; no release replaces"
                                + " it",
                        "-Dfullstack.recreateAccessories="
                                + name
                                + " makes it again: its volumes stay, and the application does"
                                + " without it meanwhile")
                .at("<accessory> " + name);
    }

    static Finding notWanted(Observed.Accessory accessory, String engine) {
        return Finding.warning(
                        "FS-ACCESSORY-013",
                        "it is there, and the POM does not name it any more",
                        engine
                                + " rm -f "
                                + accessory.container()
                                + " removes it and leaves its volumes; undeploy removes all")
                .at("accessory " + accessory.name());
    }
}
