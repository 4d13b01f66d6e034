package io.github.fullstackmaven.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.fullstackmaven.host.Command;
import io.github.fullstackmaven.host.Commands;
import io.github.fullstackmaven.host.Conversation;
import io.github.fullstackmaven.host.Result;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An engine that is driven by its command-line program. */
final class CliEngine implements Engine {
    private static final Duration PULL = Duration.ofMinutes(15);
    private static final int LOOKS = 5;
    private static final Duration FOREVER = Duration.ofDays(3650);
    private static final Pattern UNKNOWN_OPTION =
            Pattern.compile("unsupported|unknown|invalid|strconv");
    private static final Pattern TAKEN =
            Pattern.compile(
                    "(?s).*?(?:[Bb]ind for|bind host port(?: for)?|listen tcp\\w*|exposing port"
                            + " TCP) \\S*?:(\\d+)\\b.*?(?:already allocated|already in use).*");

    private static final Pattern PRIVILEGED =
            Pattern.compile(
                    "(?s).*?(?:privileged port |listen tcp\\w*\\s\\S*?:)(\\d+)\\b"
                            + ".*?permission denied.*");

    private static final int TRIES = 5;

    private final Dialect dialect;
    private final Commands commands;
    private final EngineInfo info;
    private final ContainerArgv argv;
    private final ImageBuilder builder;

    CliEngine(Dialect dialect, Commands commands, EngineInfo info, ImageBuilder builder) {
        this.dialect = dialect;
        this.commands = commands;
        this.info = info;
        this.argv = new ContainerArgv(dialect);
        this.builder = builder;
    }

    @Override
    public EngineInfo info() {
        return info;
    }

    @Override
    public EngineFacts facts() {
        Optional<JsonNode> said = Inspected.read(must(engine("info", "--format", "{{json .}}")));
        JsonNode facts = said.orElse(JsonNodeFactory.instance.objectNode());
        return facts.has("host") ? EngineFacts.podman(facts) : EngineFacts.docker(facts);
    }

    @Override
    public String builder() {
        return builder.text();
    }

    @Override
    public Optional<String> lacking(String image) {
        Result result = commands.run(engine("manifest", "inspect", image));
        return result.ok() ? Optional.empty() : Optional.of(result.lastLine());
    }

    @Override
    public void build(ImageBuild build, Consumer<String> log) {
        builder.build(build, log);
    }

    @Override
    public void pull(String image, Consumer<String> log) {
        Result result = commands.stream(engine("pull", image).within(PULL), log);
        if (!result.ok()) {
            throw BuildFailure.missingImage(image, result.lastLine());
        }
    }

    @Override
    public Optional<ImageState> image(String image) {
        Result result = commands.run(engine("image", "inspect", image));
        return present(result)
                ? Inspected.images(result.out()).stream().findFirst()
                : Optional.empty();
    }

    @Override
    public List<ImageState> images(Map<String, String> labels) {
        return Inspected.images(
                listed("image", filtered(labels, "image", "ls", "--all", "--quiet", "--no-trunc")));
    }

    @Override
    public Optional<String> removeImage(String image) {
        Result result = commands.run(engine("image", "rm", image));
        return result.ok() || dialect.saysAbsent(result.err())
                ? Optional.empty()
                : Optional.of(result.lastLine());
    }

    @Override
    public String create(ContainerSpec spec) {
        Command command = Command.of(argv.create(spec)).with(ContainerArgv.clientEnvironment(spec));
        String container = must(command, "create " + spec.name().orElse(spec.image())).strip();
        try {
            // Old docker takes one network alone when it makes a container.
            spec.furtherNetworks().forEach(n -> must(engine("network", "connect", n, container)));
        } catch (FullstackException e) {
            remove(container);
            throw e;
        }
        return container;
    }

    @Override
    public void start(String container) {
        Result result = commands.run(away(engine("start", container)));
        if (result.ok()) {
            return;
        }
        refusedPort(TAKEN, PortTakenException.Reason.TAKEN, result);
        refusedPort(PRIVILEGED, PortTakenException.Reason.PRIVILEGED, result);
        throw refused("start " + container, result);
    }

    private static void refusedPort(
            Pattern words, PortTakenException.Reason reason, Result result) {
        Matcher said = words.matcher(result.err());
        if (said.matches()) {
            throw new PortTakenException(
                    Integer.parseInt(said.group(1)), reason, result.lastLine());
        }
    }

    @Override
    public void stop(String container, Duration grace) {
        String seconds = String.valueOf(grace.toSeconds());
        Command command =
                engine("stop", "-t", seconds, container).within(grace.plus(Command.QUERY));
        Result result = settled(away(command));
        if (!result.ok() && !dialect.saysAbsent(result.err())) {
            throw refused("stop " + container, result);
        }
    }

    /**
     * Runs a command once more, and again, while the engine says that the container was just in the
     * middle of something: one that ends again and again is being started while it is stopped.
     */
    private Result settled(Command command) {
        Result result = commands.run(command);
        for (int i = 1; i < TRIES && !result.ok() && dialect.saysUnsettled(result.err()); i++) {
            result = commands.run(command);
        }
        return result;
    }

    @Override
    public void leaveStopped(String container) {
        Result result = commands.run(engine("update", "--restart", "no", container));
        if (result.err().contains("unknown flag")) {
            // Old podman keeps a policy for life, but leaves alone what it was told to stop.
            stop(container, Duration.ZERO);
        } else if (!result.ok()) {
            throw refused("update " + container, result);
        }
    }

    @Override
    public void remove(String container) {
        List<String> words = new ArrayList<>(List.of("rm", "--force"));
        words.addAll(dialect.removeFlags());
        words.add(container);
        Result result = settled(away(engine(words)));
        if (!result.ok() && !dialect.saysAbsent(result.err())) {
            throw refused("rm " + container, result);
        }
    }

    @Override
    public Optional<ContainerState> container(String container) {
        Result result = commands.run(engine("container", "inspect", container));
        return present(result)
                ? Inspected.containers(result.out()).stream().findFirst()
                : Optional.empty();
    }

    @Override
    public List<ContainerState> containersNamed(List<String> names) {
        List<String> words = new ArrayList<>(List.of("container", "inspect"));
        words.addAll(names);
        Result result = commands.run(engine(words));
        // What it does not know it says beside what it knows.
        if (!result.ok() && !dialect.saysAbsent(result.err())) {
            throw refused("inspect", result);
        }
        return result.out().isBlank() ? List.of() : Inspected.containers(result.out());
    }

    @Override
    public void rename(String container, String name) {
        must(engine("rename", container, name));
    }

    @Override
    public List<ContainerState> containers(Map<String, String> labels) {
        return Inspected.containers(
                listed("container", filtered(labels, "ps", "--all", "--quiet", "--no-trunc")));
    }

    @Override
    public List<ContainerState> containersOf(String imageId) {
        List<String> words =
                List.of("ps", "--all", "--quiet", "--no-trunc", "--filter", "ancestor=" + imageId);
        // The filter takes in what was made from images that were built on it.
        return Inspected.containers(listed("container", engine(words))).stream()
                .filter(c -> c.imageId().equals(imageId))
                .toList();
    }

    @Override
    public List<String> publishersOf(int port) {
        return PublishedPorts.publishers(
                must(engine("ps", "--format", "{{.Names}}\t{{.Ports}}")), port);
    }

    @Override
    public void checkHealth(String container) {
        if (!dialect.healthCheck().isEmpty()) {
            List<String> words = new ArrayList<>(dialect.healthCheck());
            words.add(container);
            // What it finds is part of the container's state.
            commands.run(engine(words));
        }
    }

    @Override
    public ExecResult exec(String container, List<String> program, String input, Duration limit) {
        List<String> words = new ArrayList<>(List.of("exec", "-i", container));
        words.addAll(program);
        return ended(commands.run(away(engine(words)).reading(input).within(limit)));
    }

    @Override
    public ExecResult run(ContainerSpec spec, String input, Duration limit) {
        return ended(commands.run(running(spec).reading(input).within(limit)));
    }

    @Override
    public ExecResult run(ContainerSpec spec, Duration limit, Consumer<String> line) {
        if (spec.furtherNetworks().isEmpty()) {
            return ended(commands.stream(running(spec).within(limit), line));
        }
        String container = create(spec);
        Command start = away(engine("start", "--attach", container));
        Result result = commands.stream(start.within(limit), line);
        if (result.exit() != Result.TIMED_OUT) {
            remove(container);
        }
        return ended(result);
    }

    @Override
    public Session open(ContainerSpec spec) {
        return new ConversationSession(commands.open(running(spec)));
    }

    @Override
    public void logs(String container, LogQuery query, Consumer<String> line) {
        List<String> words = new ArrayList<>(List.of("logs"));
        query.tail().ifPresent(n -> words.addAll(List.of("--tail", String.valueOf(n))));
        query.since().ifPresent(s -> words.addAll(List.of("--since", s)));
        if (query.follow()) {
            words.add("--follow");
        }
        words.add(container);
        Duration limit = query.follow() ? FOREVER : Command.QUERY;
        Result result = commands.stream(engine(words).within(limit), line);
        if (!result.ok() && result.exit() != 130) {
            throw refused("logs " + container, result);
        }
    }

    @Override
    public boolean hasNetwork(String name) {
        Result result = commands.run(engine("network", "inspect", name));
        return present(result);
    }

    @Override
    public void createNetwork(String name, Map<String, String> labels) {
        created(name, commands.run(labelled(labels, name, "network", "create")));
    }

    @Override
    public void createClosedNetwork(String name, Map<String, String> labels) {
        Result result = null;
        for (List<String> flags : dialect.closedNetwork()) {
            List<String> words = new ArrayList<>(List.of("network", "create"));
            words.addAll(flags);
            result = commands.run(labelled(labels, name, words.toArray(String[]::new)));
            if (result.ok() || !UNKNOWN_OPTION.matcher(result.err()).find()) {
                break;
            }
        }
        created(name, result);
    }

    private void created(String network, Result result) {
        if (!result.ok() && !dialect.saysPresent(result.err())) {
            throw refused("network create " + network, result);
        }
    }

    @Override
    public boolean removeNetwork(String name) {
        Result result = commands.run(engine("network", "rm", name));
        return result.ok() || dialect.saysAbsent(result.err());
    }

    @Override
    public List<String> volumes(Map<String, String> labels) {
        // Old podman lists those that have any of the labels: others' data would be taken for ours.
        return Inspected.volumes(
                listed("volume", filtered(labels, "volume", "ls", "--quiet")), labels);
    }

    @Override
    public boolean hasVolume(String name) {
        Result result = commands.run(engine("volume", "inspect", name));
        return present(result);
    }

    @Override
    public void createVolume(String name, Map<String, String> labels) {
        Result result = commands.run(labelled(labels, name, "volume", "create"));
        if (!result.ok() && !dialect.saysPresent(result.err())) {
            throw refused("volume create " + name, result);
        }
    }

    @Override
    public boolean removeVolume(String name) {
        Result result = commands.run(engine("volume", "rm", name));
        return result.ok() || dialect.saysAbsent(result.err());
    }

    private Command running(ContainerSpec spec) {
        return away(Command.of(argv.run(spec))).with(ContainerArgv.clientEnvironment(spec));
    }

    /**
     * Podman leaves what watches over a container, and over a program in it, where it was started,
     * and this leaves a file {@code oom} there when memory runs out. What ends a container may be
     * what its policy starts it again from. None of them is to be in somebody's repository.
     */
    private static Command away(Command command) {
        return command.in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private Command engine(String... words) {
        return engine(Arrays.asList(words));
    }

    private Command engine(List<String> words) {
        List<String> all = new ArrayList<>(List.of(dialect.executable()));
        all.addAll(words);
        return Command.of(all);
    }

    private Command filtered(Map<String, String> labels, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        labels.forEach(
                (k, v) ->
                        all.addAll(
                                List.of("--filter", "label=" + (v.isEmpty() ? k : k + "=" + v))));
        return engine(all);
    }

    private Command labelled(Map<String, String> labels, String name, String... words) {
        List<String> all = new ArrayList<>(Arrays.asList(words));
        labels.forEach((k, v) -> all.addAll(List.of("--label", k + "=" + v)));
        all.add(name);
        return engine(all);
    }

    private String must(Command command) {
        return must(command, String.join(" ", command.argv().subList(1, command.argv().size())));
    }

    private String must(Command command, String what) {
        Result result = commands.run(command);
        if (!result.ok()) {
            throw refused(what, result);
        }
        return result.out();
    }

    /**
     * Inspects what a command lists. One that went away in between is missing from the answer,
     * which is then still right. One that is just being removed may be a fault: who looks again
     * finds it gone.
     */
    private String listed(String kind, Command list) {
        Result result = null;
        for (int i = 0; i < LOOKS; i++) {
            List<String> ids = must(list).lines().distinct().toList();
            if (ids.isEmpty()) {
                return "[]";
            }
            List<String> inspect = new ArrayList<>(List.of(kind, "inspect"));
            inspect.addAll(ids);
            result = commands.run(engine(inspect));
            if (result.ok() || dialect.saysAbsent(result.err())) {
                return result.out();
            }
        }
        throw refused("inspect", result);
    }

    /** Tells "it is not there" from "the engine could not say". */
    private boolean present(Result result) {
        if (result.ok()) {
            return true;
        }
        if (dialect.saysAbsent(result.err())) {
            return false;
        }
        throw refused("inspect", result);
    }

    private FullstackException refused(String what, Result result) {
        if (result.exit() == 130) {
            return FullstackException.machine(
                    Finding.error(
                            "FS-ENGINE-008",
                            dialect.name() + " " + what + " was interrupted",
                            "run the goal again; it goes on from where things are"));
        }
        return FullstackException.machine(
                Finding.error(
                        "FS-ENGINE-007",
                        dialect.name() + " " + what + ": " + result.lastLine(),
                        "see what the engine says; run the goal again when that is put right"));
    }

    private static ExecResult ended(Result result) {
        return new ExecResult(result.exit(), result.out(), result.err());
    }

    private record ConversationSession(Conversation conversation) implements Session {
        @Override
        public Optional<String> ask(String line, Duration limit) {
            return conversation.ask(line, limit);
        }

        @Override
        public String complaint() {
            return conversation.err().strip();
        }

        @Override
        public void close() {
            conversation.close();
        }
    }
}
