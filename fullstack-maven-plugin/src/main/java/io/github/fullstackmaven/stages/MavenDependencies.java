package io.github.fullstackmaven.stages;

import static io.github.fullstackmaven.stages.ShellCommand.shell;

import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.JavaFacts.Preparation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Maven's plugins and a program's dependencies, fetched by a build without the sources into a layer
 * of their own. That build may fail half-way, since plugins may look for what is not there: the
 * real one then fetches what is missing.
 */
final class MavenDependencies {
    /** What the layer keeps: {@code repository} and, of a wrapper, Maven itself. */
    private static final String HOME = "/maven";

    private static final String REPOSITORY = HOME + "/repository";

    /** What the machine's virtual machine needs not to load Maven's classes one by one. */
    private static final String CLASSES = "/maven.jsa";

    /** The first version of Java whose archives of classes hold those of plugins as well. */
    private static final int ARCHIVES = 17;

    /**
     * Without the optimizing compiler there is little of it, and a collection whenever it fills.
     */
    private static final String ROOM = " -XX:ReservedCodeCacheSize=160m";

    /** Outside of the sources: nothing of it is to be found by the real build. */
    private static final String SKELETON = "/skeleton";

    private static final String KEPT = "/var/cache/fullstack";

    private final Part part;
    private final JavaFacts facts;
    private final Preparation preparation;
    private final int release;

    /**
     * @param preparation what is done
     * @param release the version of Java
     */
    MavenDependencies(Part part, JavaFacts facts, Preparation preparation, int release) {
        this.part = part;
        this.facts = facts;
        this.preparation = preparation;
        this.release = release;
    }

    /** Returns the steps, after those that bring Maven. */
    List<Step> steps(List<SecretMount> secrets) {
        String skeleton = part.generated().skeleton(part.service()) + "/";
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Env(Map.of("MAVEN_USER_HOME", HOME)));
        steps.add(new Step.Workdir(SKELETON));
        steps.add(Step.Copy.of(List.of(skeleton), "./"));
        if (facts.wrapper()) {
            String wrapper = ".mvn/wrapper/maven-wrapper.";
            steps.add(
                    Step.Copy.of(List.of(skeleton + wrapper + "properties"), "./.mvn/wrapper/")
                            .andIfThere(List.of(Sources.file(facts.directory(), wrapper + "jar"))));
        }
        steps.add(new Step.Run(List.of(kept()), secrets, commands()));
        steps.add(new Step.Env(Map.of("MAVEN_OPTS", options())));
        return steps;
    }

    /** The downloads of this service alone: all that is there comes into the layer. */
    private CacheMount kept() {
        return new CacheMount(
                "fullstack-maven-" + part.application().name() + "-" + part.service().name(), KEPT);
    }

    private List<ShellCommand> commands() {
        List<ShellCommand> commands = new ArrayList<>();
        commands.add(shell("mkdir -p " + REPOSITORY));
        commands.add(shell("cp -a " + KEPT + "/. " + HOME));
        commands.add(shell("{ " + attempts() + "; }", arguments()));
        // Neither failures nor addresses are to be remembered.
        commands.add(
                shell(
                        "find "
                                + HOME
                                + " \\( -name '*.lastUpdated' -o -name resolver-status.properties"
                                + " \\) -delete"));
        commands.add(shell("cp -a -u " + HOME + "/. " + KEPT));
        commands.add(shell("rm -f /tmp/maven.log"));
        commands.add(shell("find . -name target -prune -exec rm -rf {} +"));
        return commands;
    }

    /** The last one says that not all could be fetched, which is no failure. */
    private String attempts() {
        List<String> attempts = new ArrayList<>();
        for (int i = 0; i < preparation.commands().size(); i++) {
            attempts.add("MAVEN_OPTS=%s sh -c %s > /tmp/maven.log 2>&1");
        }
        attempts.add(
                "{ tail -n 30 /tmp/maven.log; echo 'without the sources not all dependencies are"
                        + " known: the build fetches the others'; }");
        return String.join(" || ", attempts);
    }

    private String[] arguments() {
        List<String> arguments = new ArrayList<>();
        for (String command : preparation.commands()) {
            arguments.add(
                    "-Dmaven.repo.local="
                            + REPOSITORY
                            + (arguments.isEmpty() ? quick("-XX:ArchiveClassesAtExit=") : ""));
            arguments.add(command);
        }
        return arguments.toArray(String[]::new);
    }

    /** What is not in the machine's cache is looked for in the layer. */
    private String options() {
        return "-Dmaven.repo.local.tail=" + REPOSITORY + quick("-XX:SharedArchiveFile=");
    }

    /** A build is short: what is won by the optimizing compiler is less than what it takes. */
    private String quick(String archive) {
        if (preparation.ownOptions()) {
            return "";
        }
        return " "
                + JavaStages.SHORT
                + ROOM
                + (release < ARCHIVES ? "" : " " + archive + CLASSES + " -Xlog:disable");
    }
}
