package io.github.fullstackmaven.detect.other;

import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.detect.source.Procfile;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a program of an ecosystem is started: as its author says, else as its framework does. */
final class StartSources {
    private static final Pattern DENO_TASK =
            Pattern.compile("\"start\"\\s*:\\s*\"[^\"]*?([^\\s\"]+\\.[jt]sx?)[^\"]*\"");
    private static final Pattern ASSEMBLY =
            Pattern.compile("<AssemblyName>\\s*([^<$\\s]+)\\s*</AssemblyName>");

    private final Tree tree;
    private final Site site;

    StartSources(Tree tree, Site site) {
        this.tree = tree;
        this.site = site;
    }

    Start find() {
        if (site.kind() == ServiceKind.STATIC_FRONTEND) {
            return Start.ofStaticFiles();
        }
        return procfile()
                .or(this::ofEcosystem)
                .orElse(new Start("none", List.of(), Optional.empty()));
    }

    private Optional<Start> procfile() {
        return Procfile.in(tree, site.path())
                .flatMap(file -> file.process("web").or(() -> file.process("worker")))
                .map(p -> new Start("shell", p.argv(), Optional.of(p.command())));
    }

    private Optional<Start> ofEcosystem() {
        return switch (site.ecosystem()) {
            case RUBY -> ruby();
            case ELIXIR ->
                    Optional.of(
                            site.framework().filter("phoenix"::equals).isPresent()
                                    ? command("mix", "phx.server")
                                    : command("mix", "run", "--no-halt"));
            case DENO -> deno();
            case DOTNET -> dotnet();
            default -> Optional.empty();
        };
    }

    private Optional<Start> ruby() {
        if (has("bin/rails")) {
            return Optional.of(command("bundle", "exec", "bin/rails", "server"));
        }
        if (has("config.ru")) {
            return Optional.of(
                    command("bundle", "exec", has("config/puma.rb") ? "puma" : "rackup"));
        }
        return List.of("app.rb", "main.rb", "server.rb").stream()
                .filter(this::has)
                .findFirst()
                .map(file -> command("bundle", "exec", "ruby", file));
    }

    private Optional<Start> deno() {
        for (String manifest : List.of("deno.json", "deno.jsonc")) {
            Matcher task = DENO_TASK.matcher(read(manifest));
            if (task.find()) {
                return Optional.of(file(task.group(1)));
            }
        }
        return List.of("main.ts", "index.ts", "server.ts", "src/main.ts", "src/index.ts").stream()
                .filter(this::has)
                .findFirst()
                .map(StartSources::file);
    }

    /** The project file gives the program its name unless it says another. */
    private Optional<Start> dotnet() {
        return tree.files(site.path(), name -> name.matches(".*\\.(cs|fs|vb)proj")).stream()
                .findFirst()
                .map(
                        project -> {
                            Matcher name = ASSEMBLY.matcher(read(project));
                            String file = project.substring(0, project.lastIndexOf('.'));
                            return Start.ofBinary(name.find() ? name.group(1) : file);
                        });
    }

    private boolean has(String file) {
        return tree.isFile(RepositoryPath.join(site.path(), file));
    }

    private String read(String file) {
        return tree.read(RepositoryPath.join(site.path(), file)).orElse("");
    }

    private static Start command(String... words) {
        return new Start("shell", List.of(words), Optional.of(String.join(" ", words)));
    }

    private static Start file(String file) {
        String path = file.startsWith("./") ? file.substring(2) : file;
        return new Start("file", List.of("deno", "run", path), Optional.of(path));
    }

    /** Returns the tool that fetches an ecosystem's packages. */
    static Optional<String> packageManager(Ecosystem ecosystem, Tree tree, String directory) {
        return switch (ecosystem) {
            case DOTNET -> Optional.of("nuget");
            case RUBY -> Optional.of("bundler");
            case DENO -> Optional.of("deno");
            case ELIXIR -> Optional.of("mix");
            case PHP ->
                    tree.isFile(RepositoryPath.join(directory, "composer.json"))
                            ? Optional.of("composer")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }
}
