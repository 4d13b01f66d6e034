package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a container of the unit may do, seen from its inside. */
final class Insides {
    private static final String USER = "FS-VERIFY-040";
    private static final String WRITABLE = "FS-VERIFY-041";
    private static final String RIGHTS = "FS-VERIFY-042";
    private static final String NO_LOOK = "FS-VERIFY-043";

    /** What the engine and the kernel give every container. */
    private static final Set<String> OF_THE_ENGINE = Set.of("/dev", "/proc", "/sys");

    /**
     * Prints a line for each process (user, no new privileges, capabilities, name) and for each
     * mount (whether it can be written here, its options, where). Builtins of the shell alone: an
     * image may have nothing else.
     */
    static final String LOOK =
            """
            for p in /proc/[0-9]*; do
              name=; uid=; more=; caps=
              while read -r key value rest; do
                case $key in
                  Name:) name=$value ;;
                  Uid:) uid=$value ;;
                  NoNewPrivs:) more=$value ;;
                  CapEff:) caps=$value ;;
                esac
              done 2>/dev/null < "$p/status" && echo "process $uid $more $caps $name"
            done
            while read -r device where type options rest; do
              can=no; [ -w "$where" ] && can=yes
              echo "mount $can $options $where"
            done < /proc/self/mounts
            """;

    private Insides() {}

    /**
     * Returns what is to be said of what a container's shell printed.
     *
     * @param role the container's part of the unit
     * @param declared directories that the model says can be written
     */
    static List<Verdict> of(String role, ExecResult look, Set<String> declared) {
        if (!look.ok() || !look.out().contains("mount ")) {
            return List.of(
                    Verdict.unwell(
                            "inside of " + role,
                            Finding.info(
                                    NO_LOOK,
                                    "it could not be looked into: " + look.complaint(),
                                    "an image without a shell is fine; nothing has to be done")));
        }
        List<String[]> processes = rows(look.out(), "process ", 4);
        List<String[]> mounts = rows(look.out(), "mount ", 3);
        List<Verdict> all = new ArrayList<>();
        all.add(user(role, processes));
        all.add(rights(role, processes));
        all.add(places(role, mounts, declared));
        return List.copyOf(all);
    }

    private static List<String[]> rows(String text, String word, int columns) {
        return text.lines()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()).split(" ", columns))
                .filter(row -> row.length == columns)
                .toList();
    }

    private static Verdict user(String role, List<String[]> processes) {
        String subject = "user in " + role;
        List<String> roots =
                processes.stream().filter(p -> p[0].equals("0")).map(p -> p[3]).distinct().toList();
        return roots.isEmpty()
                ? Verdict.well(
                        USER,
                        subject,
                        processes.stream()
                                        .map(p -> p[0])
                                        .distinct()
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ", of all processes")
                : Verdict.unwell(
                        subject,
                        Finding.error(
                                USER,
                                "runs as root: " + String.join(", ", roots),
                                "start no program that becomes another user (su, gosu)"));
    }

    private static Verdict rights(String role, List<String[]> processes) {
        String subject = "rights in " + role;
        List<String> more =
                processes.stream()
                        .filter(p -> !p[1].equals("1") || !p[2].matches("0*"))
                        .map(p -> p[3])
                        .distinct()
                        .toList();
        return more.isEmpty()
                ? Verdict.well(RIGHTS, subject, "no capabilities, and none to be had")
                : Verdict.unwell(
                        subject,
                        Finding.error(
                                RIGHTS,
                                "has or can get more rights than it needs: "
                                        + String.join(", ", more),
                                "see whether the engine's own configuration adds them"));
    }

    private static Verdict places(String role, List<String[]> mounts, Set<String> declared) {
        String subject = "files in " + role;
        String remedy = "name the directory in fullstack.volumes, or let nothing be written there";
        // Of what is mounted over each other the last one counts.
        boolean readOnly =
                mounts.stream()
                        .filter(m -> m[2].equals("/"))
                        .reduce((a, b) -> b)
                        .filter(m -> List.of(m[1].split(",")).contains("ro"))
                        .isPresent();
        if (!readOnly) {
            return Verdict.unwell(
                    subject,
                    Finding.error(WRITABLE, "its root file system can be written", remedy));
        }
        List<String> others =
                mounts.stream()
                        .filter(m -> m[0].equals("yes") && !m[2].equals("/"))
                        .map(m -> m[2].replace("\\040", " "))
                        .filter(where -> !declared.contains(where) && !isOfEngine(where))
                        .distinct()
                        .sorted()
                        .toList();
        return others.isEmpty()
                ? Verdict.well(
                        WRITABLE,
                        subject,
                        "read-only, but for "
                                + declared.stream().sorted().collect(Collectors.joining(", ")))
                : Verdict.unwell(
                        subject,
                        Finding.warning(
                                WRITABLE,
                                "can be written, and is gone with the release: "
                                        + String.join(", ", others),
                                remedy));
    }

    private static boolean isOfEngine(String where) {
        return OF_THE_ENGINE.stream().anyMatch(d -> where.equals(d) || where.startsWith(d + "/"));
    }
}
