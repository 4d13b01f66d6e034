package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The accessories of an application, as far as what is said of them can be meant. */
final class AccessoryPlan {
    private static final Pattern NAME = Pattern.compile("[a-z](?:[a-z0-9-]{0,38}[a-z0-9])?");

    /** What containers of the application itself are called, and what every machine is. */
    private static final Pattern TAKEN =
            Pattern.compile(
                    "app|gateway|localhost|pre-deploy(?:-hook)*|post-deploy|r[0-9]+(?:-.*)?");

    private static final Pattern IMAGE =
            Pattern.compile(
                    "[a-z0-9][a-z0-9._-]*(?::\\d+)?(?:/[a-z0-9][a-z0-9._-]*)*"
                            + "(?=[:@])(?::[A-Za-z0-9_][\\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?");
    private static final Pattern USER = Pattern.compile("\\d{1,10}(?::\\d{1,10})?");
    private static final Pattern KERNEL = Pattern.compile("/(?:dev|proc|sys)(?:/.*)?");

    private final List<Service> services;
    private final Variables variables;
    private final Map<String, Boolean> written = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<Accessory> accessories = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private AccessoryPlan(List<Service> services, Variables variables, List<Volume> volumes) {
        this.services = services;
        this.variables = variables;
        volumes.forEach(v -> written.merge(v.source(), !v.readOnly(), Boolean::logicalOr));
    }

    /**
     * Reads what is said.
     *
     * @param application what is known of the application already
     */
    static AccessoryPlan of(AccessoriesRequest said, Application application) {
        AccessoryPlan plan =
                new AccessoryPlan(
                        application.services(), application.variables(), application.volumes());
        said.accessories().forEach(plan::accessory);
        said.recreated().forEach(plan::recreated);
        return plan;
    }

    List<Accessory> accessories() {
        return List.copyOf(accessories);
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }

    private void accessory(AccessoryRequest said) {
        name(said);
        if (!IMAGE.matcher(said.image()).matches()) {
            add(
                    said,
                    "FS-ACCESSORY-003",
                    "the image "
                            + RequestChecks.quote(said.image())
                            + " has neither tag nor digest",
                    "give <image> the form docker.io/library/postgres:17");
        }
        said.user()
                .filter(user -> !USER.matcher(user).matches())
                .ifPresent(
                        user ->
                                add(
                                        said,
                                        "FS-ACCESSORY-004",
                                        "the user " + RequestChecks.quote(user) + " is no number",
                                        "give <user> the form 999 or 999:999"));
        accessories.add(
                new Accessory(
                        said.name(),
                        said.image(),
                        said.user(),
                        variables(said),
                        volumes(said),
                        said.health(),
                        said.resources(),
                        said.command().map(CommandLine::words).orElse(List.of())));
    }

    private void name(AccessoryRequest said) {
        boolean service = services.stream().anyMatch(s -> s.name().equals(said.name()));
        if (!NAME.matcher(said.name()).matches()) {
            add(
                    said,
                    "FS-ACCESSORY-001",
                    "the name " + RequestChecks.quote(said.name()) + " is no name of a host",
                    "use a letter, then up to 39 lower case letters, digits and hyphens");
        } else if (service || TAKEN.matcher(said.name()).matches()) {
            add(
                    said,
                    "FS-ACCESSORY-001",
                    "the name "
                            + said.name()
                            + (service ? " is that of a service" : " has a meaning already"),
                    "give the accessory another <name>");
        } else if (!names.add(said.name())) {
            add(
                    said,
                    "FS-ACCESSORY-002",
                    "there are two accessories of this name",
                    "give one of them another <name>");
        }
    }

    private Variables variables(AccessoryRequest said) {
        Map<String, Sourced<String>> values = new TreeMap<>();
        for (String name : said.passed()) {
            Optional.ofNullable(variables.values().get(name))
                    .ifPresentOrElse(
                            value -> values.put(name, value),
                            () ->
                                    add(
                                            said,
                                            "FS-ACCESSORY-005",
                                            "the application has no variable "
                                                    + RequestChecks.quote(name)
                                                    + " to be passed on",
                                            "add it to the env file, or take it out of <passed>"));
        }
        new TreeMap<>(said.variables())
                .forEach(
                        (name, value) -> {
                            if (EnvFile.NAME.matcher(name).matches()) {
                                values.put(name, new Sourced<>(value, Variables.POM));
                            } else {
                                add(
                                        said,
                                        "FS-ENV-007",
                                        RequestChecks.quote(name) + " is no name of a variable",
                                        "use letters, digits and _ alone, and no digit first");
                            }
                        });
        return new Variables(values);
    }

    private List<Volume> volumes(AccessoryRequest said) {
        Map<String, Volume> byTarget = new TreeMap<>();
        for (String text : said.volumes()) {
            List<String> parts = Arrays.asList(text.split(":", -1));
            boolean formed =
                    parts.size() == 2
                            || (parts.size() == 3 && Set.of("ro", "rw").contains(parts.get(2)));
            if (!formed
                    || !Volumes.isSource(parts.get(0))
                    || !Volumes.isDirectory(parts.get(1))
                    || KERNEL.matcher(parts.get(1)).matches()) {
                add(
                        said,
                        "FS-ACCESSORY-006",
                        "the volume "
                                + RequestChecks.quote(text)
                                + " is not of the form source:target[:ro] with an absolute target",
                        "write it like data:/var/lib/postgresql/data");
                continue;
            }
            Volume volume =
                    new Volume(
                            parts.get(0),
                            Volumes.trimmed(parts.get(1)),
                            parts.size() == 3 && parts.get(2).equals("ro"),
                            false,
                            said.place());
            if (byTarget.put(volume.target(), volume) != null) {
                add(
                        said,
                        "FS-ACCESSORY-006",
                        "two volumes have the target " + volume.target(),
                        "remove one of them");
            }
            shared(said, volume);
        }
        return List.copyOf(byTarget.values());
    }

    /** Two programs that write into one directory and know nothing of each other lose data. */
    private void shared(AccessoryRequest said, Volume volume) {
        boolean others = written.getOrDefault(volume.source(), false);
        if (others && !volume.readOnly()) {
            add(
                    said,
                    "FS-ACCESSORY-007",
                    "somebody else writes into the volume " + volume.source() + " as well",
                    "give it another name, or add :ro on one side");
        }
        written.merge(volume.source(), !volume.readOnly(), Boolean::logicalOr);
    }

    private void recreated(Sourced<String> name) {
        if (!names.contains(name.value())) {
            findings.add(
                    Finding.error(
                                    "FS-ACCESSORY-008",
                                    "there is no accessory "
                                            + RequestChecks.quote(name.value())
                                            + " that could be made again",
                                    names.isEmpty()
                                            ? "take the setting out"
                                            : "name one of: "
                                                    + String.join(
                                                            ", ", names.stream().sorted().toList()))
                            .at(name.source()));
        }
    }

    private void add(AccessoryRequest said, String id, String message, String remedy) {
        findings.add(Finding.error(id, message, remedy).at(said.place()));
    }
}
