package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.detect.source.JsLexer;
import io.github.fullstackmaven.detect.source.JsProperties;
import io.github.fullstackmaven.detect.source.Token;
import io.github.fullstackmaven.scan.Tree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a build leaves the pages, relative to the project. */
final class PageOutput {
    private static final Pattern PATH =
            Pattern.compile(
                    "\\b(\\w+)\\s*[:=]\\s*path\\.(?:resolve|join)\\(\\s*__dirname\\s*,\\s*[\"'`]([\\w./-]+)[\"'`]\\s*\\)");
    private static final Pattern BUILD_PATH = Pattern.compile("\\bBUILD_PATH=['\"]?([^\\s'\"]+)");
    private static final Pattern ARGUMENT =
            Pattern.compile("\\b(?:vite|vue)press\\s+build\\s+([^-\\s&|;][^\\s&|;]*)");
    private static final String PLACE = "{argument}/";

    private final Tree tree;
    private final PackageJson project;
    private final Framework framework;
    private final String script;

    PageOutput(Tree tree, PackageJson project, Framework framework, String script) {
        this.tree = tree;
        this.project = project;
        this.framework = framework;
        this.script = script;
    }

    /** Returns the directory: from the script, from the configuration, from the framework. */
    Optional<String> read() {
        String id = framework.build().orElse("");
        if (id.startsWith("ng ")) {
            return AngularOutput.read(tree, project.directory(), script)
                    .or(() -> framework.output());
        }
        if (id.startsWith("vite build") && framework.configurations().isEmpty()) {
            return Optional.of(
                    ViteOutput.of(project, script, ViteConfig.of(tree, project.directory())));
        }
        return flag().or(this::variable)
                .or(this::configured)
                .or(() -> framework.output().map(this::atArgument));
    }

    private Optional<String> flag() {
        List<String> words = Arrays.asList(script.split("[\\s'\"]+"));
        for (int i = 0; i < words.size(); i++) {
            for (String flag : framework.outputFlags()) {
                if (words.get(i).equals(flag) && i + 1 < words.size()) {
                    return Optional.of(tidy(words.get(i + 1)));
                }
                if (words.get(i).startsWith(flag + "=")) {
                    return Optional.of(tidy(words.get(i).substring(flag.length() + 1)));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> variable() {
        Matcher found = BUILD_PATH.matcher(script);
        return found.find() ? Optional.of(tidy(found.group(1))) : Optional.empty();
    }

    private Optional<String> configured() {
        return framework.configurations().stream()
                .flatMap(name -> ConfigurationFile.named(tree, project.directory(), name))
                .flatMap(file -> configured(file).stream())
                .findFirst()
                .map(PageOutput::tidy)
                .map(dir -> framework.outputSuffix().map(s -> dir + "/" + s).orElse(dir));
    }

    private Optional<String> configured(String file) {
        Optional<String> text = tree.read(file);
        return text.map(JsProperties::of)
                .flatMap(
                        properties ->
                                properties
                                        .find(framework.outputKey().toArray(String[]::new))
                                        .flatMap(property -> properties.text(property.value())))
                .or(() -> text.flatMap(this::called))
                .or(() -> text.flatMap(this::amongPaths));
    }

    /** {@code const paths = {output: path.resolve(__dirname, "build")}}, handed on elsewhere. */
    private Optional<String> amongPaths(String text) {
        return PATH.matcher(text)
                .results()
                .filter(found -> framework.outputPaths().contains(found.group(1)))
                .map(found -> found.group(2))
                .findFirst();
    }

    /** {@code eleventyConfig.setOutputDirectory("public_html")}. */
    private Optional<String> called(String text) {
        List<Token> tokens = JsLexer.tokens(text);
        for (int i = 0; i + 2 < tokens.size(); i++) {
            boolean call =
                    framework.outputCalls().contains(tokens.get(i).text())
                            && tokens.get(i + 1).isSign("(");
            if (call && tokens.get(i + 2).isString()) {
                return Optional.of(tokens.get(i + 2).text());
            }
        }
        return Optional.empty();
    }

    private String atArgument(String output) {
        if (!output.startsWith(PLACE)) {
            return output;
        }
        Matcher argument = ARGUMENT.matcher(script);
        String rest = output.substring(PLACE.length());
        return argument.find() ? tidy(argument.group(1)) + "/" + rest : rest;
    }

    private static String tidy(String path) {
        String tidy = path.replaceFirst("^(?:\\./|/)+", "").replaceFirst("/+$", "");
        return tidy.isEmpty() ? "." : tidy;
    }
}
