package io.github.fullstackmaven.render;

import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.AccessorySettings;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Difference;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.HookProgram;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitVariables;
import io.github.fullstackmaven.model.Variables;
import io.github.fullstackmaven.model.Volume;
import io.github.fullstackmaven.stages.Build;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Writes the compose file, for people and for hosts without Maven. */
final class ComposeRenderer {
    /** There is no release, no edge in front, and nobody who looks after it but the engine. */
    static final List<Difference> DIFFERENCES =
            List.of(
                    Difference.of("hostname", "the engine's choice: there is no release"),
                    Difference.of(
                            "label role",
                            "`compose`, so that no deployment takes it for a unit or an"
                                    + " accessory"),
                    Difference.of("label release", "absent: there is no release"),
                    Difference.of("label model", "absent: there is no release"),
                    Difference.of("published 8080/tcp", "`httpPort`: there is no edge in front"),
                    Difference.of(
                            "networks",
                            "compose's own: one for all, and one for accessories and who reaches"
                                    + " them"),
                    Difference.of("process variable HOME", "set by the engine, from the user"),
                    Difference.of("process variable HOSTNAME", "set by the engine"));

    private static final String PRE_DEPLOY = "pre-deploy";

    private final TemplateEngine engine;

    ComposeRenderer(TemplateEngine engine) {
        this.engine = engine;
    }

    /**
     * A container.
     *
     * @param name the service's name, which is also its name in the network
     * @param image the name of its image
     * @param target the target of the Dockerfile that it is made from
     * @param settings how it is run
     * @param reached whether users reach it
     * @param after what is started before it
     * @param environment what the tool adds to its variables
     * @param data whether it has the application's env files, volumes and secrets
     * @param once what is run in it once, instead of what its image runs; empty: the image's
     * @param waitsFor the containers that have to end well before this one is started
     */
    public record Container(
            String name,
            String image,
            String target,
            UnitSettings settings,
            boolean reached,
            List<String> after,
            Map<String, String> environment,
            boolean data,
            List<String> once,
            List<String> waitsFor) {
        public Container {
            waitsFor = List.copyOf(waitsFor);
        }

        /** Returns what the engine does when it ends. */
        public String restart() {
            return once.isEmpty() ? settings.restart() : "no";
        }
    }

    /**
     * An accessory.
     *
     * @param accessory what it is
     * @param settings how it is run
     * @param environment those of its variables that are no secrets
     * @param envFiles whether it has the application's env files: compose cannot hand on some of
     *     their variables alone
     */
    public record Beside(
            Accessory accessory,
            AccessorySettings settings,
            Map<String, String> environment,
            boolean envFiles) {
        /** Returns what a container waits for that needs it. */
        public String condition() {
            return settings.health().isPresent() ? "service_healthy" : "service_started";
        }
    }

    Artefact render(Application application, RenderOptions options) {
        UnitSettings settings = UnitSettings.of(application);
        Map<String, Object> values = new HashMap<>();
        values.put("yaml", new YamlText());
        values.put("application", application);
        List<String> namedVolumes = namedVolumes(application);
        Optional<ComposeSecrets> secrets =
                ComposeSecrets.of(application, names(application), namedVolumes);
        values.put("secrets", secrets);
        values.put("secretsDirectory", Secret.DIRECTORY);
        values.put("containers", containers(application, secrets));
        values.put("accessories", accessories(application));
        values.put("repository", options.repository());
        values.put("dockerfile", options.output() + "/Dockerfile");
        values.put(
                "envFiles",
                application.envFiles().stream().map(f -> options.repository() + "/" + f).toList());
        values.put("published", application.edge().httpPort() + ":" + settings.gatewayPort());
        values.put("tmpfs", settings.tmpfs() + ":" + settings.tmpfsOptions());
        values.put(
                "namedVolumes",
                Stream.concat(namedVolumes.stream(), secrets.map(ComposeSecrets::volume).stream())
                        .sorted()
                        .toList());
        return Artefact.file("compose.yaml", engine.fill("compose.yaml.vm", values));
    }

    private static List<String> namedVolumes(Application application) {
        return Stream.concat(
                        application.volumes().stream(),
                        application.surroundings().accessories().stream()
                                .flatMap(a -> a.volumes().stream()))
                .filter(Volume::isNamed)
                .map(Volume::source)
                .distinct()
                .toList();
    }

    /** The names of all that is in the file besides what is made for secrets. */
    private static List<String> names(Application application) {
        List<UnitPart> parts = UnitPart.of(application);
        return Stream.of(
                        parts.stream().map(UnitPart::role),
                        Stream.of(hookName(parts)),
                        application.surroundings().accessories().stream().map(Accessory::name))
                .flatMap(all -> all)
                .toList();
    }

    private static List<Beside> accessories(Application application) {
        return application.surroundings().accessories().stream()
                .map(
                        a ->
                                new Beside(
                                        a,
                                        AccessorySettings.of(application, a),
                                        a.variables().from(Variables.POM),
                                        !application.envFiles().isEmpty()
                                                && a.variables().values().values().stream()
                                                        .anyMatch(
                                                                v ->
                                                                        !v.source()
                                                                                .equals(
                                                                                        Variables
                                                                                                .POM))))
                .toList();
    }

    private static List<Container> containers(
            Application application, Optional<ComposeSecrets> secrets) {
        List<UnitPart> parts = UnitPart.of(application);
        List<String> first = secrets.map(ComposeSecrets::name).stream().toList();
        List<Container> containers = new ArrayList<>();
        Optional<String> hook =
                application.surroundings().hooks().before().map(h -> hookName(parts));
        hook.ifPresent(
                name ->
                        containers.add(
                                hook(
                                        application,
                                        application.surroundings().hooks().before().get(),
                                        name,
                                        first)));
        List<String> before = Stream.concat(first.stream(), hook.stream()).toList();
        parts.forEach(part -> containers.add(container(application, part, before)));
        return containers;
    }

    /** A process may have that name. */
    private static String hookName(List<UnitPart> parts) {
        String name = PRE_DEPLOY;
        while (parts.stream().map(UnitPart::role).anyMatch(name::equals)) {
            name += "-hook";
        }
        return name;
    }

    /** What the service that it belongs to has, and another program. */
    private static Container hook(
            Application application, Hook hook, String name, List<String> before) {
        List<UnitPart> parts = UnitPart.of(application);
        UnitPart of =
                parts.stream()
                        .filter(part -> part.role().equals(hook.service()))
                        .findFirst()
                        .orElse(parts.get(0));
        Map<String, String> environment = new TreeMap<>();
        application
                .service(hook.service())
                .ifPresent(s -> environment.putAll(UnitVariables.of(application, s)));
        environment.putAll(environment(application, of));
        environment.put("FULLSTACK_HOOK", PRE_DEPLOY);
        return new Container(
                name,
                of.image(),
                Build.target(of),
                UnitSettings.of(application, of),
                false,
                List.of(),
                environment,
                true,
                HookProgram.of(application, hook),
                before);
    }

    private static Container container(
            Application application, UnitPart part, List<String> before) {
        boolean gateway = part.role().equals(UnitPart.GATEWAY);
        return new Container(
                part.role(),
                part.image(),
                Build.target(part),
                UnitSettings.of(application, part),
                part.process().isEmpty(),
                gateway ? application.processes().stream().map(Service::name).toList() : List.of(),
                environment(application, part),
                !gateway,
                List.of(),
                gateway ? List.of() : before);
    }

    /** Nothing of it concerns a gateway alone. */
    private static Map<String, String> environment(Application application, UnitPart part) {
        if (part.role().equals(UnitPart.GATEWAY)) {
            return Map.of();
        }
        Map<String, String> environment =
                new TreeMap<>(application.variables().from(Variables.POM));
        environment.putAll(
                part.process()
                        .map(process -> UnitVariables.added(application, process))
                        .orElseGet(() -> UnitVariables.added(application)));
        return environment;
    }
}
