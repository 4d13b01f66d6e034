package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.config.Context;
import io.github.fullstackmaven.config.Location;
import io.github.fullstackmaven.config.Project;
import io.github.fullstackmaven.config.Settings;
import io.github.fullstackmaven.goal.Workshop;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.report.Console;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.License;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What every goal has in common: where the repository is, how it is called, when it is left out,
 * and how a fault is told. A goal adds its own parameters and one call into {@code goal}.
 */
@SuppressWarnings("UnusedVariable") // Parameters are read by ParameterFields, all in one place.
abstract class FullstackMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * Leaves out every goal of this plugin. Default: {@code false}. One goal alone is left out by
     * {@code fullstack.<goal>.skip}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.skip")
    private String skip;

    /**
     * The repository's root, which is also the build context. Relative to the project's directory,
     * or to the working directory where there is no POM. Default: that directory itself.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.monorepo")
    private String monorepo;

    /**
     * Where files are written, inside the repository. Default: {@code target/fullstack} below
     * {@link #monorepo}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.outputDirectory")
    private String outputDirectory;

    /**
     * The application's name: lower case letters, digits and hyphens, at most 40. Default: the
     * artifactId where the project's directory is the repository, else the name of the repository's
     * directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.name")
    private String name;

    /**
     * The environment: {@code DEV}, {@code PRO} or a name of your own; in names of engine objects
     * in lower case. Default: {@code DEV}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "fullstack.env")
    private String env;

    /** The goal's name, as on the command line. */
    abstract String goal();

    /** Does the goal's work. */
    abstract void run(Setup setup);

    /** Flat names and values of nested elements; a goal that has such parameters says so. */
    Map<String, String> nested() {
        return Map.of();
    }

    /**
     * What a goal works with.
     *
     * @param settings what the user set
     * @param context what Maven knows
     * @param location where the repository is
     * @param console where lines go
     */
    record Setup(Settings settings, Context context, Location location, Console console) {
        /** Returns true when the user set a switch. */
        boolean asked(String name) {
            return settings.text(name).filter(s -> s.value().equalsIgnoreCase("true")).isPresent();
        }
    }

    /** Returns what a goal works with: this machine's programs and files. */
    static Workshop workshop(Setup setup) {
        return Workshop.onThisMachine(setup.console());
    }

    /** Returns the engine's name that the user asked for. */
    static String engine(Setup setup) {
        return setup.settings().text("engine").map(Sourced::value).orElse("auto");
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        Settings settings =
                Settings.of(
                        prefixed(session.getUserProperties()),
                        prefixed(project().getProperties()),
                        ParameterFields.of(this),
                        nested());
        Optional<String> skipped = skippedBy(settings);
        if (skipped.isPresent()) {
            getLog().info("Left out: " + skipped.get() + " is true");
            return;
        }
        try {
            UsedNames.check(session, project(), execution);
            OtherModule.check(session, project(), execution);
            Context context = context();
            Console console = new MavenConsole(getLog(), said());
            UploadFirst.check(session, project(), console);
            run(new Setup(settings, context, Location.of(settings, context), console));
        } catch (FullstackException e) {
            throw translated(e);
        }
    }

    /**
     * What was said already, in the memory that Maven keeps for the goals of one plugin on one
     * project.
     */
    @SuppressWarnings({"unchecked", "rawtypes"}) // Maven's own signature.
    private Map<Object, Object> said() {
        Map context = getPluginContext();
        return context == null ? new HashMap<>() : context;
    }

    private Optional<String> skippedBy(Settings settings) {
        for (String setting : new String[] {"skip", goal() + ".skip"}) {
            if (settings.text(setting)
                    .filter(s -> s.value().equalsIgnoreCase("true"))
                    .isPresent()) {
                return Optional.of(Settings.PREFIX + setting);
            }
        }
        return Optional.empty();
    }

    /**
     * Returns true when the life cycle of a release has come to this goal; not when it is typed.
     */
    final boolean isWithinRelease() {
        return execution.getSource() == MojoExecution.Source.LIFECYCLE
                && Boolean.parseBoolean(session.getUserProperties().getProperty("performRelease"));
    }

    /** Returns Maven's own version, as Maven says it. */
    final String mavenVersion() {
        return session.getSystemProperties().getProperty("maven.version", "");
    }

    /** Returns the version of this plugin. */
    final String pluginVersion() {
        return execution.getMojoDescriptor().getPluginDescriptor().getVersion();
    }

    private MavenProject project() {
        return session.getCurrentProject();
    }

    private Context context() {
        MavenProject project = project();
        if (project.getFile() == null) {
            return new Context(
                    Path.of(session.getExecutionRootDirectory()).toAbsolutePath(),
                    Optional.empty());
        }
        return new Context(
                project.getBasedir().toPath().toAbsolutePath(),
                Optional.of(new Context.Artifact(project.getArtifactId(), project.getVersion())));
    }

    /** Returns what the POM says of the application, where there is one. */
    final Optional<Project> described() {
        MavenProject project = project();
        if (project.getFile() == null) {
            return Optional.empty();
        }
        String licenses =
                project.getLicenses().stream()
                        .map(License::getName)
                        .filter(name -> name != null && !name.isBlank())
                        .map(String::strip)
                        .collect(Collectors.joining(" OR "));
        return Optional.of(
                new Project(
                        project.getVersion(),
                        Optional.ofNullable(project.getUrl()).filter(url -> !url.isBlank()),
                        Optional.of(licenses).filter(names -> !names.isEmpty())));
    }

    private static Map<String, String> prefixed(Properties properties) {
        Map<String, String> found = new HashMap<>();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(Settings.PREFIX)) {
                found.put(name, properties.getProperty(name));
            }
        }
        return found;
    }

    private static MojoExecutionException translated(FullstackException e)
            throws MojoFailureException {
        if (e.fault() == FullstackException.Fault.PROJECT) {
            throw new MojoFailureException(e.getMessage(), e);
        }
        return new MojoExecutionException(e.getMessage(), e);
    }
}
