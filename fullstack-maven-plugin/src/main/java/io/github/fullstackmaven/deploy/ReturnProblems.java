package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.util.List;

/** Why a past release cannot come back. */
final class ReturnProblems {
    private ReturnProblems() {}

    static FullstackException secretsGone(String release, String volume, List<String> others) {
        return FullstackException.machine(
                Finding.error(
                        "FS-SECRET-005",
                        "the secrets of " + release + " are gone: there is no volume " + volume,
                        againOr(others)));
    }

    static FullstackException noSuchRelease(String release, List<String> others) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-009",
                        "there is no release " + release + " to go back to",
                        choice(others)));
    }

    static FullstackException nothingBefore(
            String live, List<String> obstacles, List<String> others) {
        return FullstackException.project(
                Finding.error(
                        "FS-DEPLOY-010",
                        obstacles.isEmpty()
                                ? "no release from before " + live + " is kept"
                                : "no release from before "
                                        + live
                                        + " can come back: "
                                        + String.join(", and ", obstacles),
                        choice(others)));
    }

    static Finding passedOver(String release, String instead, String why) {
        return Finding.warning(
                "FS-DEPLOY-018",
                release + " cannot come back, so " + instead + " does: " + why,
                "where it is " + release + " that is wanted, deploy that state of the sources");
    }

    static FullstackException imageGone(
            String release, String image, String id, List<String> others) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-011",
                        "the image of "
                                + release
                                + " is gone from the engine: "
                                + image
                                + ", "
                                + id,
                        againOr(others)));
    }

    static FullstackException brokenRecord(String release, List<String> others) {
        return FullstackException.machine(
                Finding.error(
                        "FS-DEPLOY-012",
                        "the record of " + release + " in the edge's volume cannot be read",
                        againOr(others)));
    }

    private static String againOr(List<String> others) {
        String again = "deploy that state of the sources again";
        return others.isEmpty() ? again : again + ", or " + choice(others);
    }

    private static String choice(List<String> releases) {
        return releases.isEmpty()
                ? "deploy the state of the sources that is wanted"
                : "set fullstack.release to one of: " + String.join(", ", releases);
    }
}
