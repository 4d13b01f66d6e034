package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.UnitSettings;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One step of a stage. */
public sealed interface Step {

    /** Returns the kind by name, for templates. */
    String kind();

    /**
     * Sets variables for the steps that follow.
     *
     * @param variables names and values
     */
    record Env(Map<String, String> variables) implements Step {
        public Env {
            variables = Collections.unmodifiableMap(new TreeMap<>(variables));
        }

        @Override
        public String kind() {
            return "env";
        }
    }

    /**
     * Names a variable of the build: a later step of the stage sees it, the image does not keep it.
     *
     * @param name its name
     * @param value what it is unless the build is told otherwise; absent: not set
     */
    record Arg(String name, Optional<String> value) implements Step {
        @Override
        public String kind() {
            return "arg";
        }
    }

    /**
     * Changes to a directory, which is made if need be.
     *
     * @param directory an absolute path
     */
    record Workdir(String directory) implements Step {
        @Override
        public String kind() {
            return "workdir";
        }
    }

    /**
     * Copies from the build context or from another stage.
     *
     * @param from the stage; absent: the context
     * @param mode permissions of what is copied; absent: as it is
     * @param sources files, or directories whose content is copied; at least one
     * @param optional files that are copied as well if they are there
     * @param target where to; a directory ends with {@code /}
     */
    record Copy(
            Optional<String> from,
            Optional<String> mode,
            List<String> sources,
            List<String> optional,
            String target)
            implements Step {
        public Copy {
            sources = List.copyOf(sources);
            optional = List.copyOf(optional);
        }

        /** Copies from the context, with the permissions that are there. */
        public static Copy of(List<String> sources, String target) {
            return new Copy(Optional.empty(), Optional.empty(), sources, List.of(), target);
        }

        /** Copies from another stage, with the permissions that are there. */
        public static Copy from(String stage, String source, String target) {
            return new Copy(
                    Optional.of(stage), Optional.empty(), List.of(source), List.of(), target);
        }

        /** Returns the same, and files that are copied as well if they are there. */
        public Copy andIfThere(List<String> files) {
            return new Copy(from, mode, sources, files, target);
        }

        /** Returns the same with other permissions. */
        public Copy withMode(String permissions) {
            return new Copy(from, Optional.of(permissions), sources, optional, target);
        }

        @Override
        public String kind() {
            return "copy";
        }
    }

    /**
     * Runs commands of ours, one after the other until one fails.
     *
     * @param caches what is mounted meanwhile
     * @param secrets what is mounted meanwhile if the build is given it
     * @param commands at least one
     */
    record Run(List<CacheMount> caches, List<SecretMount> secrets, List<ShellCommand> commands)
            implements Step {
        public Run {
            caches = List.copyOf(caches);
            secrets = List.copyOf(secrets);
            commands = List.copyOf(commands);
        }

        /** Runs commands without secrets. */
        public Run(List<CacheMount> caches, List<ShellCommand> commands) {
            this(caches, List.of(), commands);
        }

        /** Runs commands without caches. */
        public static Run of(ShellCommand... commands) {
            return new Run(List.of(), List.of(commands));
        }

        @Override
        public String kind() {
            return "run";
        }
    }

    /**
     * Runs a command of the user's project as it is.
     *
     * @param caches what is mounted meanwhile
     * @param secrets what is mounted meanwhile if the build is given it
     * @param command a command for a POSIX shell
     */
    record ProjectCommand(List<CacheMount> caches, List<SecretMount> secrets, String command)
            implements Step {
        public ProjectCommand {
            caches = List.copyOf(caches);
            secrets = List.copyOf(secrets);
        }

        /** Runs a command without secrets. */
        public ProjectCommand(List<CacheMount> caches, String command) {
            this(caches, List.of(), command);
        }

        @Override
        public String kind() {
            return "project-command";
        }
    }

    /**
     * Runs a check as the user of the final image, with an empty {@code /tmp} that is not kept.
     *
     * @param command what must succeed
     */
    record Check(ShellCommand command) implements Step {
        @Override
        public String kind() {
            return "check";
        }
    }

    /**
     * Runs a program of the image without a shell; it must succeed.
     *
     * @param argv program and arguments
     */
    record Exec(List<String> argv) implements Step {
        public Exec {
            argv = List.copyOf(argv);
        }

        @Override
        public String kind() {
            return "exec";
        }
    }

    /**
     * Sets the shell that runs what follows.
     *
     * @param argv program and arguments before the command
     */
    record Shell(List<String> argv) implements Step {
        public Shell {
            argv = List.copyOf(argv);
        }

        @Override
        public String kind() {
            return "shell";
        }
    }

    /**
     * Sets the user of what follows and of the container.
     *
     * @param user numeric user and group
     */
    record User(String user) implements Step {
        @Override
        public String kind() {
            return "user";
        }
    }

    /**
     * Says where the container listens.
     *
     * @param port the port
     */
    record Expose(int port) implements Step {
        @Override
        public String kind() {
            return "expose";
        }
    }

    /**
     * Says what signal ends the container.
     *
     * @param signal its name
     */
    record StopSignal(String signal) implements Step {
        @Override
        public String kind() {
            return "stop-signal";
        }
    }

    /**
     * Says how the engine sees that the container is well.
     *
     * @param check command and times
     */
    record Healthcheck(UnitSettings.HealthCheck check) implements Step {
        @Override
        public String kind() {
            return "healthcheck";
        }
    }

    /**
     * Says what the container runs.
     *
     * @param argv program and arguments
     */
    record Entrypoint(List<String> argv) implements Step {
        public Entrypoint {
            argv = List.copyOf(argv);
        }

        @Override
        public String kind() {
            return "entrypoint";
        }
    }

    /**
     * Labels the image.
     *
     * @param labels names and values, in order
     */
    record Labels(Map<String, String> labels) implements Step {
        public Labels {
            labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        }

        @Override
        public String kind() {
            return "labels";
        }
    }
}
