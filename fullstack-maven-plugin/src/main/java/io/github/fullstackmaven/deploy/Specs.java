package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Accessory;
import io.github.fullstackmaven.model.AccessorySettings;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Digest;
import io.github.fullstackmaven.model.Hook;
import io.github.fullstackmaven.model.HookProgram;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import io.github.fullstackmaven.model.UnitVariables;
import io.github.fullstackmaven.model.Volume;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The containers of a deployment, described. */
final class Specs {
    private static final String NGINX_USER = "101:101";
    private static final String NOBODY = "65534:65534";

    /** How {@link #looksAt} ends when the directory cannot be read. */
    static final int NOT_READABLE = 41;

    /** How {@link #looksAt} ends when the directory cannot be written. */
    static final int NOT_WRITABLE = 42;

    private Specs() {}

    /** The containers of a unit in the order of their start. */
    static List<ContainerSpec> unit(Target target, String release, String model) {
        return UnitPart.of(target.application()).stream()
                .map(part -> part(target, part, release, model).build())
                .toList();
    }

    /**
     * The containers of a unit that is looked at, in the order of their start: the same but for a
     * port of the host that leads to the last one, and that none is started again by the engine.
     *
     * @param since when it was begun
     */
    static List<ContainerSpec> trial(Target target, String release, String since) {
        int port = target.application().edge().httpPort();
        int inside = UnitSettings.of(target.application()).gatewayPort();
        return UnitPart.of(target.application()).stream()
                .map(
                        part -> {
                            ContainerSpec.Builder spec =
                                    part(target, part, release, "")
                                            .restart("no")
                                            .labels(Map.of(Labels.TRIAL, since));
                            return part.process().isPresent()
                                    ? spec.build()
                                    : spec.publishOnLoopback(port, inside).build();
                        })
                .toList();
    }

    private static ContainerSpec.Builder part(
            Target target, UnitPart part, String release, String model) {
        Application application = target.application();
        UnitSettings settings = UnitSettings.of(application, part);
        ContainerSpec.Builder spec =
                ContainerSpec.of(target.imageId(part), settings.user())
                        .hostname(release)
                        .labels(Labels.unit(application, part.role(), release, model))
                        .tmpfs(settings.tmpfs(), settings.tmpfsOptions())
                        .pids(settings.pids())
                        .limits(application.resources().memory(), application.resources().cpus())
                        .restart(settings.restart())
                        .stop(settings.stopSignal(), settings.stopGrace());
        String network = Names.edge(application.edge());
        if (part.process().isPresent()) {
            // How it is, its image knows.
            Service process = part.process().get();
            return spec.name(Names.process(application, release, process))
                    .network(network, Names.alias(application, release, process))
                    .furtherNetworks(ownNetworks(application))
                    .environment(UnitVariables.all(application, process))
                    .volumes(unitVolumes(application, release));
        }
        String alias = Names.alias(application, release);
        spec.name(Names.unit(application, release))
                .network(network, alias)
                .health(settings.health());
        return part.role().equals(UnitPart.GATEWAY)
                ? spec.environment(Map.of(UnitSettings.UNIT_VARIABLE, alias))
                : spec.furtherNetworks(ownNetworks(application))
                        .environment(UnitVariables.all(application))
                        .volumes(unitVolumes(application, release));
    }

    /** What talks to strangers alone, and to processes, needs no accessory. */
    private static List<String> ownNetworks(Application application) {
        return application.surroundings().accessories().isEmpty()
                ? List.of()
                : List.of(Names.ownNetwork(application));
    }

    /** The container of an accessory. */
    static ContainerSpec accessory(Application application, Accessory accessory) {
        ContainerSpec.Builder spec = accessoryBuilder(application, accessory);
        String definition = new Fingerprint().addForeign(spec.build()).hash();
        return spec.labels(Map.of(Labels.MODEL, definition)).build();
    }

    /** The container of an accessory of a unit that is looked at. */
    static ContainerSpec trialAccessory(
            Application application, Accessory accessory, String since) {
        return accessoryBuilder(application, accessory)
                .restart("no")
                .labels(Map.of(Labels.TRIAL, since))
                .build();
    }

    private static ContainerSpec.Builder accessoryBuilder(
            Application application, Accessory accessory) {
        AccessorySettings settings = AccessorySettings.of(application, accessory);
        Map<String, String> environment = new TreeMap<>();
        accessory.variables().values().forEach((name, v) -> environment.put(name, v.value()));
        ContainerSpec.Builder spec =
                ContainerSpec.foreign(accessory.image(), accessory.user())
                        .name(Names.accessory(application, accessory.name()))
                        .hostname(accessory.name())
                        .network(Names.ownNetwork(application), accessory.name())
                        .labels(Labels.accessory(application, accessory.name()))
                        .environment(environment)
                        .volumes(engineVolumes(application, accessory.volumes()))
                        .pids(settings.pids())
                        .limits(accessory.resources().memory(), accessory.resources().cpus())
                        .restart(settings.restart())
                        .stopGrace(settings.stopGrace())
                        .arguments(accessory.command());
        settings.capabilities().forEach(spec::capability);
        settings.health().ifPresent(spec::health);
        return spec;
    }

    /** The container of a hook: what the service that it belongs to has, and another program. */
    static ContainerSpec hook(
            Application application, HookPhase phase, Hook hook, String release, Blueprint unit) {
        ContainerSpec of =
                unit.containers().stream()
                        .filter(c -> hook.service().equals(c.labels().get(Labels.ROLE)))
                        .findFirst()
                        .orElse(unit.containers().get(0));
        Map<String, String> environment = new TreeMap<>();
        application
                .service(hook.service())
                .ifPresent(s -> environment.putAll(UnitVariables.of(application, s)));
        environment.putAll(of.environment());
        environment.put("FULLSTACK_HOOK", phase.id());
        environment.put("FULLSTACK_HOOK_OF", application.id());
        environment.put("FULLSTACK_RELEASE", release);
        ContainerSpec.Builder spec =
                ContainerSpec.of(of.image(), of.user().orElseThrow())
                        .name(Names.hook(application, phase))
                        .network(of.network().orElseThrow())
                        .furtherNetworks(of.furtherNetworks())
                        .labels(Labels.of(application, "hook"))
                        .environment(environment)
                        .volumes(of.volumes())
                        .pids(of.pids())
                        .limits(of.memory(), of.cpus())
                        .stop("SIGTERM", application.timing().stop());
        of.tmpfs().forEach(spec::tmpfs);
        List<String> argv = HookProgram.of(application, hook);
        return spec.program(argv.get(0), argv.subList(1, argv.size()).toArray(String[]::new))
                .build();
    }

    private static List<Volume> unitVolumes(Application application, String release) {
        return Stream.concat(
                        engineVolumes(application).stream(),
                        Secrets.mounted(application, release).stream())
                .toList();
    }

    /** Named volumes belong to one application and environment, as compose has it. */
    static List<Volume> engineVolumes(Application application) {
        return engineVolumes(application, application.volumes());
    }

    static List<Volume> engineVolumes(Application application, List<Volume> volumes) {
        return volumes.stream().map(v -> engineVolume(application, v)).toList();
    }

    private static Volume engineVolume(Application application, Volume volume) {
        return volume.isNamed()
                ? new Volume(
                        application.volumeName(volume.source()),
                        volume.target(),
                        volume.readOnly(),
                        volume.single(),
                        volume.origin())
                : volume;
    }

    /**
     * The first edge of a port, which others may join.
     *
     * @param https the port for HTTPS that it publishes
     * @param sysctls settings of the kernel that the engine's machine knows
     */
    static ContainerSpec edge(
            Application application, OptionalInt https, String image, Map<String, String> sysctls) {
        ContainerSpec.Builder edge =
                edge(application, image, "")
                        .name(Names.edge(application.edge()))
                        .network(Names.edge(application.edge()))
                        .sysctls(sysctls)
                        .publish(application.edge().httpPort(), 8080)
                        .program("/bin/sh", "-c", EdgeFiles.script("start"), "edge");
        https.ifPresent(port -> edge.publish(port, 8443));
        return edge.build();
    }

    /**
     * An edge that is to take over, in the network of the first of its port.
     *
     * @param holderId the id of the first one's container
     * @param turn the word by which it knows that it has taken over
     * @param https the port for HTTPS that the first one publishes
     */
    static ContainerSpec nextEdge(
            Application application, String holderId, String turn, OptionalInt https) {
        return edge(application, edgeImage(application), turn)
                .name(Names.nextEdge(application.edge()))
                .labels(Map.of(Labels.HTTPS_PORT, https.isPresent() ? "" + https.getAsInt() : ""))
                .networkOf(holderId)
                .program("/bin/sh", "-c", EdgeFiles.script("start"), "edge", turn)
                .build();
    }

    private static ContainerSpec.Builder edge(Application application, String image, String turn) {
        return ContainerSpec.of(image, NGINX_USER)
                .labels(Labels.edge())
                .labels(Map.of(Labels.MODEL, edgeModel(), Labels.TURN, turn))
                .volumes(edgeVolume(application))
                .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=64m,mode=1777")
                // Older engines give it the mode of what it covers, at every start but the first:
                // so it covers what everybody may write to.
                .tmpfs("/var/tmp", "rw,noexec,nosuid,nodev,size=2m,mode=1777")
                .pids(1024)
                .restart("always")
                .stop("SIGQUIT", Duration.ofSeconds(35));
    }

    /** What tells whether an edge was made by a version of the plugin that makes it another way. */
    static String edgeModel() {
        return Digest.of(EdgeFiles.script("start")).substring(0, 32);
    }

    /** A one-shot container that sees whether an image can take the edge's configuration. */
    static ContainerSpec triesEdge(Application application) {
        Volume looked = new Volume(Names.edge(application.edge()), "/edge", true, false, "edge");
        return ContainerSpec.of(edgeImage(application), NGINX_USER)
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .volumes(List.of(looked))
                .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=64m,mode=1777")
                .tmpfs("/var/tmp", "rw,noexec,nosuid,nodev,size=2m,mode=1777")
                .program("/bin/sh", "-c", EdgeFiles.script("try"), "try")
                .build();
    }

    /** A one-shot container with the edge's volume, while the edge itself is not running. */
    static ContainerSpec onEdgeVolume(Application application, String... program) {
        ContainerSpec.Builder spec =
                ContainerSpec.of(edgeImage(application), NGINX_USER)
                        .labels(Map.of(Labels.ROLE, "edge-helper"))
                        .volumes(edgeVolume(application))
                        .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=16m,mode=1777");
        return spec.program(
                        program[0],
                        List.of(program).subList(1, program.length).toArray(String[]::new))
                .build();
    }

    /** A one-shot container that runs one of the edge's programs, without the edge's volume. */
    static ContainerSpec onEngine(Application application, String script) {
        return ContainerSpec.of(edgeImage(application), NGINX_USER)
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .program("/bin/sh", "-c", EdgeFiles.script(script), script)
                .build();
    }

    /** A container that has a port of the host for as long as it takes to see that it can. */
    static ContainerSpec publishes(Application application, int port) {
        return ContainerSpec.of(edgeImage(application), NOBODY)
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .network("bridge")
                .publish(port, 8080)
                .program("/bin/cat")
                .build();
    }

    /**
     * A one-shot container that sees whether a unit could use a directory of the host, or a volume
     * that is there. An empty volume gets its owner when the unit is made.
     */
    static ContainerSpec looksAt(Application application, Volume directory, String user) {
        String program =
                (directory.isNamed() ? "[ -n \"$(ls -A /looked-at 2>&1)\" ] || exit 0; " : "")
                        + "[ -r /looked-at ] || exit "
                        + NOT_READABLE
                        + (directory.readOnly()
                                ? ""
                                : "; [ -w /looked-at ] || exit " + NOT_WRITABLE);
        Volume mounted =
                new Volume(
                        directory.source(), "/looked-at", directory.readOnly(), false, "preflight");
        return ContainerSpec.of(edgeImage(application), user)
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .volumes(List.of(mounted))
                .program("/bin/sh", "-c", program, "look")
                .build();
    }

    /** A one-shot container that sees whether a directory of the host can be mounted at all. */
    static ContainerSpec mounts(Application application, Volume directory) {
        Volume mounted = new Volume(directory.source(), "/looked-at", true, false, "preflight");
        return ContainerSpec.of(edgeImage(application), NOBODY)
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .volumes(List.of(mounted))
                .program("/bin/true")
                .build();
    }

    /** A one-shot container that measures volumes; may read whatever is in them. */
    static ContainerSpec measures(Application application, List<String> names) {
        List<Volume> volumes =
                names.stream()
                        .map(n -> new Volume(n, "/measured/" + n, true, false, "status"))
                        .toList();
        return ContainerSpec.of(edgeImage(application), "0:0")
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .volumes(volumes)
                .capability("DAC_READ_SEARCH")
                .program("/bin/sh", "-c", "cd /measured && du -sk -- *", "measure")
                .build();
    }

    /** Joins the edge's network and leaves again. */
    static ContainerSpec visitor(Application application) {
        return ContainerSpec.of(edgeImage(application), NOBODY)
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .network(Names.edge(application.edge()))
                .program("/bin/true")
                .build();
    }

    /** Runs once, as root, to give the volume to the edge's user. */
    static ContainerSpec edgeInit(Application application) {
        return ContainerSpec.of(edgeImage(application), "0:0")
                .labels(Map.of(Labels.ROLE, "edge-helper"))
                .volumes(edgeVolume(application))
                .tmpfs("/tmp", "rw,noexec,nosuid,nodev,size=16m,mode=1777")
                .capability("CHOWN")
                .capability("DAC_OVERRIDE")
                .capability("FOWNER")
                .program(
                        "/bin/sh",
                        "-c",
                        EdgeFiles.script("init"),
                        "init",
                        String.valueOf(EdgeFiles.nginx().getBytes(StandardCharsets.UTF_8).length))
                .build();
    }

    static ContainerSpec lock(Target target, String since) {
        return lock(target.application(), target.holder(), since);
    }

    static ContainerSpec lock(Application application, String holder, String since) {
        return ContainerSpec.of(edgeImage(application), NOBODY)
                .name(Names.lock(application))
                .labels(Labels.of(application, "lock"))
                .labels(Map.of(Labels.HOLDER, holder + " since " + since))
                .stop("SIGKILL", Duration.ofSeconds(1))
                .program("/bin/cat")
                .build();
    }

    /**
     * The lock of whoever changes the edge itself. While it is held, no deployment can change the
     * edge's files.
     */
    static ContainerSpec edgeLock(Application application, String holder, String since) {
        String name = Names.edgeLock(application.edge());
        String program =
                "exec 9> /edge/.lock; flock -w 10 9 || { echo '"
                        + name
                        + " has to wait for a deployment' >&2; exit 75; }; exec cat";
        return ContainerSpec.of(edgeImage(application), NGINX_USER)
                .name(name)
                .labels(Map.of(Labels.ROLE, "lock", Labels.HOLDER, holder + " since " + since))
                .volumes(edgeVolume(application))
                .stop("SIGKILL", Duration.ofSeconds(1))
                .program("/bin/sh", "-c", program, "lock")
                .build();
    }

    static String edgeImage(Application application) {
        return application.images().base("edge");
    }

    private static List<Volume> edgeVolume(Application application) {
        return List.of(new Volume(Names.edge(application.edge()), "/edge", false, false, "edge"));
    }
}
