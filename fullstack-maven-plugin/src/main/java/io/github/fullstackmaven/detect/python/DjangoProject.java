package io.github.fullstackmaven.detect.python;

import io.github.fullstackmaven.detect.python.WebApplication.Protocol;
import io.github.fullstackmaven.detect.source.PythonLine;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code manage.py} and the settings of a Django project say. */
final class DjangoProject {
    private final PythonSources sources;
    private final String root;
    private final PythonFile manage;
    private final Optional<String> settings;

    private DjangoProject(PythonSources sources, String root, PythonFile manage) {
        this.sources = sources;
        this.root = root;
        this.manage = manage;
        this.settings = settingsModule(manage);
    }

    /** Returns the project whose {@code manage.py} is in a service's directory or just below. */
    static Optional<DjangoProject> of(PythonSources sources) {
        Tree tree = sources.tree();
        Optional<String> path =
                path(tree, sources.directory())
                        .or(
                                () ->
                                        tree.directories(sources.directory()).stream()
                                                .map(
                                                        name ->
                                                                RepositoryPath.join(
                                                                        sources.directory(), name))
                                                .flatMap(dir -> path(tree, dir).stream())
                                                .findFirst());
        return path.flatMap(sources::file)
                .map(
                        manage ->
                                new DjangoProject(
                                        sources,
                                        RepositoryPath.relative(
                                                sources.directory(),
                                                RepositoryPath.parent(manage.path())),
                                        manage))
                .filter(project -> project.settings.isPresent());
    }

    private static Optional<String> path(Tree tree, String directory) {
        return Optional.of(RepositoryPath.join(directory, "manage.py")).filter(tree::isFile);
    }

    String managePath() {
        return manage.path();
    }

    /** Returns the directory of {@code manage.py}, relative to the service. */
    String root() {
        return root;
    }

    /** Returns the application: what the settings name, else the module beside the settings. */
    WebApplication application(boolean channels) {
        Protocol protocol = channels ? Protocol.ASGI : Protocol.WSGI;
        String setting = protocol + "_APPLICATION";
        String file = protocol == Protocol.ASGI ? "asgi" : "wsgi";
        String named =
                settingsFiles().stream()
                        .flatMap(f -> f.lines().stream())
                        .filter(line -> line.begins(setting, "="))
                        .flatMap(line -> line.tokens().stream())
                        .filter(Token::isString)
                        .map(Token::text)
                        .filter(text -> text.contains("."))
                        .findFirst()
                        .orElseGet(() -> packageOf(file) + "." + file + ".application");
        int dot = named.lastIndexOf('.');
        return new WebApplication(
                manage.place(1),
                root,
                named.substring(0, dot),
                named.substring(dot + 1),
                false,
                protocol,
                Optional.of("django"));
    }

    /** Returns the package above the settings that has a module. */
    private String packageOf(String module) {
        String at = settings.orElseThrow();
        while (at.contains(".")) {
            at = at.substring(0, at.lastIndexOf('.'));
            if (sources.tree().isFile(path(at.replace('.', '/') + "/" + module + ".py"))) {
                return at;
            }
        }
        return at;
    }

    /** Returns the commands that prepare the project; the build has none of its secrets. */
    List<String> buildCommands() {
        if (!collectsStatic()) {
            return List.of();
        }
        StringBuilder command = new StringBuilder();
        for (String name : RequiredVariables.in(settingsFiles())) {
            command.append(name).append(name.contains("URL") ? "=sqlite:////tmp/build " : "=1 ");
        }
        String script = root.equals(RepositoryPath.ROOT) ? "manage.py" : root + "/manage.py";
        return List.of(command + "python " + script + " collectstatic --noinput");
    }

    /** Returns true when static files are to be collected. */
    boolean collectsStatic() {
        return settingsFiles().stream()
                .flatMap(file -> file.lines().stream())
                .anyMatch(line -> line.begins("STATIC_ROOT"));
    }

    /** Returns the file of the settings and those in the same package, if it is one. */
    List<PythonFile> settingsFiles() {
        String module = settings.orElseThrow().replace('.', '/');
        String directory = RepositoryPath.parent(path(module));
        Set<String> own = Set.of(path(module + ".py"), path(module + "/__init__.py"));
        boolean split = RepositoryPath.name(directory).contains("settings");
        return sources.all().stream()
                .filter(
                        file ->
                                own.contains(file.path())
                                        || (split
                                                && RepositoryPath.parent(file.path())
                                                        .equals(directory)))
                .toList();
    }

    private String path(String inRoot) {
        return RepositoryPath.resolve(sources.directory(), root + "/" + inRoot).orElse(inRoot);
    }

    private static Optional<String> settingsModule(PythonFile manage) {
        for (PythonLine line : manage.lines()) {
            List<Token> tokens = line.tokens();
            for (int i = 0; i < tokens.size(); i++) {
                if (tokens.get(i).isString()
                        && tokens.get(i).text().equals("DJANGO_SETTINGS_MODULE")) {
                    Optional<String> value =
                            tokens.subList(i + 1, tokens.size()).stream()
                                    .filter(Token::isString)
                                    .map(Token::text)
                                    .findFirst();
                    if (value.isPresent()) {
                        return value;
                    }
                }
            }
        }
        return Optional.empty();
    }
}
