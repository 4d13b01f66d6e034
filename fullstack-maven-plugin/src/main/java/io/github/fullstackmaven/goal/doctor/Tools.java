package io.github.fullstackmaven.goal.doctor;

import io.github.fullstackmaven.model.Checkup;
import io.github.fullstackmaven.model.Finding;
import java.util.List;

/**
 * The programs that this tool itself runs in.
 *
 * @param java the version of the Java that Maven runs in, {@code 17.0.15}
 * @param maven Maven's own version, {@code 3.9.9}
 */
public record Tools(String java, String maven) {
    private static final int JAVA = 17;
    private static final List<Integer> MAVEN = List.of(3, 8, 7);

    /** Returns what is to be said of them. */
    public List<Checkup> checkups() {
        return List.of(
                major(java) >= JAVA
                        ? Checkup.well("Java", java)
                        : Checkup.unwell(
                                "Java",
                                Finding.error(
                                        "FS-DOCTOR-001",
                                        "Maven runs in Java " + java,
                                        "let JAVA_HOME point to a JDK 17 or newer")),
                newEnough(maven)
                        ? Checkup.well("Maven", maven)
                        : Checkup.unwell(
                                "Maven",
                                Finding.error(
                                        "FS-DOCTOR-002",
                                        "this is Maven " + maven,
                                        "use Maven 3.8.7 or newer")));
    }

    /** {@code 1.8.0} is Java 8. */
    private static int major(String version) {
        return numbers(version.replaceFirst("^1\\.", "")).get(0);
    }

    private static boolean newEnough(String version) {
        List<Integer> have = numbers(version);
        for (int i = 0; i < MAVEN.size(); i++) {
            int number = i < have.size() ? have.get(i) : 0;
            if (number != MAVEN.get(i)) {
                return number > MAVEN.get(i);
            }
        }
        return true;
    }

    private static List<Integer> numbers(String version) {
        String digits = version.replaceFirst("[^0-9.].*", "").replaceFirst("\\.$", "");
        return digits.isEmpty()
                ? List.of(0)
                : List.of(digits.split("\\.")).stream().map(Integer::valueOf).toList();
    }
}
