package io.github.fullstackmaven.goal;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.plan.Request;
import io.github.fullstackmaven.render.Artefact;
import io.github.fullstackmaven.report.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files that build steps may read and no layer keeps. A missing one is an error before anything
 * is built; one that no step reads is worth a word.
 */
final class BuildSecrets {
    private final Console console;

    BuildSecrets(Console console) {
        this.console = console;
    }

    /** Returns id to absolute path, as the engine takes it. */
    Map<String, String> files(Request request, List<Artefact> artefacts) {
        Map<String, String> files = new TreeMap<>();
        request.buildSecrets().forEach((id, file) -> files.put(id, readable(id, file)));
        for (String id : files.keySet()) {
            if (artefacts.stream().noneMatch(artefact -> reads(artefact, id))) {
                console.finding(
                        Finding.warning(
                                        "FS-SECRET-002",
                                        "no build step reads the secret " + id,
                                        "correct its id, or take it out")
                                .at(request.buildSecrets().get(id).source()));
            }
        }
        return files;
    }

    private static boolean reads(Artefact artefact, String id) {
        return artefact.path().equals("Dockerfile")
                && artefact.text().contains("--mount=type=secret,id=" + id + ",");
    }

    private static String readable(String id, Sourced<String> file) {
        if (!Files.isReadable(Path.of(file.value())) || Files.isDirectory(Path.of(file.value()))) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-SECRET-001",
                                    "the file of the build secret "
                                            + id
                                            + " cannot be read: "
                                            + file.value(),
                                    "name a file that is there and that the user who runs Maven"
                                            + " may read")
                            .at(file.source()));
        }
        return file.value();
    }
}
