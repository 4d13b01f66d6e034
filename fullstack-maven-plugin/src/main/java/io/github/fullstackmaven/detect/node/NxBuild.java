package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.model.Evidence;
import io.github.fullstackmaven.model.Start;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;

/**
 * How Nx builds a project, and what that leaves.
 *
 * @param project the project
 */
record NxBuild(NxProject project) {

    /** Returns the command, run in the workspace. */
    String command() {
        JsonNode target = project.settings().at("/targets/build");
        boolean production = target.path("configurations").has("production");
        return "nx run " + project.name() + ":build" + (production ? ":production" : "");
    }

    private String executor() {
        return project.settings().at("/targets/build/executor").asText();
    }

    /** Returns how that is started: in the workspace, as Nx does. */
    Started started() {
        return new Started(
                new Start("file", List.of("node", program()), Optional.of(program())),
                Optional.of(fromHere(program())),
                List.of(),
                Optional.empty(),
                new Evidence(
                        RepositoryPath.join(project.directory(), NxProject.FILE), "node.nx.start"));
    }

    /** Returns the results of the build, relative to the project. */
    String result() {
        return fromHere(output());
    }

    /** Returns where pages are, relative to the project; absent where only Vite knows. */
    Optional<String> pages() {
        if (told().isEmpty() && project.file("vite.config").isPresent()) {
            return Optional.empty();
        }
        JsonNode path = options().path("outputPath");
        boolean application = executor().endsWith(":application");
        String browser = path.path("browser").asText("browser");
        boolean below = application && !browser.isEmpty();
        return Optional.of(fromHere(below ? output() + "/" + browser : output()));
    }

    /** Returns the program that a build for Node.js leaves, relative to the workspace. */
    private String program() {
        String source = project.main().map(RepositoryPath::name).orElse("main.ts");
        String executor = executor();
        boolean alike = executor.endsWith(":tsc") || executor.endsWith(":swc");
        String file =
                alike
                        ? project.main()
                                .map(path -> RepositoryPath.relative(project.directory(), path))
                                .orElse("src/main.ts")
                        : source;
        String ending = executor.endsWith(":esbuild") ? endingOfEsbuild() : ".js";
        return output()
                + "/"
                + option("outputFileName").orElse(file.replaceFirst("\\.tsx?$", ending));
    }

    /** Returns where the build leaves its results, relative to the workspace. */
    private String output() {
        return told().orElseGet(() -> "dist/" + project.below())
                .replaceFirst("^\\./", "")
                .replaceFirst("/+$", "");
    }

    private Optional<String> told() {
        JsonNode path = options().path("outputPath");
        Optional<String> named =
                path.isObject() ? Optional.of(path.path("base").asText()) : option("outputPath");
        return named.or(this::declared).or(this::configured);
    }

    /** {@code "outputs": ["{workspaceRoot}/dist/apps/api"]}. */
    private Optional<String> declared() {
        for (JsonNode output : project.settings().at("/targets/build/outputs")) {
            String text =
                    output.asText()
                            .replace("{workspaceRoot}/", "")
                            .replace("{projectRoot}", project.below())
                            .replace("{projectName}", project.name());
            if (!text.contains("{") && !text.isEmpty()) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** {@code output: {path: join(__dirname, '../../dist/apps/api')}} of webpack. */
    private Optional<String> configured() {
        return project.file("webpack.config")
                .or(() -> project.file("rspack.config"))
                .flatMap(project.tree()::read)
                .map(JsProperties::of)
                .flatMap(
                        properties ->
                                properties
                                        .find("output", "path")
                                        .flatMap(property -> properties.text(property.value())))
                .map(path -> path.replaceFirst("^/+", ""))
                .flatMap(path -> RepositoryPath.resolve(project.directory(), path))
                .map(path -> RepositoryPath.relative(project.top().directory(), path));
    }

    private String fromHere(String path) {
        return RepositoryPath.resolve(project.top().directory(), path)
                .map(resolved -> RepositoryPath.relative(project.directory(), resolved))
                .orElse(path);
    }

    private JsonNode options() {
        return project.settings().at("/targets/build/options");
    }

    private Optional<String> option(String key) {
        JsonNode value = options().path(key);
        return value.isTextual() && !value.asText().isEmpty()
                ? Optional.of(value.asText())
                : Optional.empty();
    }

    private String endingOfEsbuild() {
        JsonNode format = options().path("format");
        String first = format.isArray() ? format.path(0).asText() : format.asText();
        JsonNode told = options().path("esbuildOptions").path("outExtension").path(".js");
        return told.asText(first.equals("cjs") ? ".cjs" : ".js");
    }
}
