package io.github.fullstackmaven.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.model.ApiBase;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.NodeFacts;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables from which pages read where the back end is. The build in the image sets them to
 * the relative prefix; a build script that sets one itself wins over that. Files {@code .env} are
 * not in the image's build, so that their other values do not get into the pages.
 */
final class ApiBases {
    private static final JsonMapper JSON = new JsonMapper();

    /** The files that a build for production reads, the last one wins. */
    private static final List<String> FILES =
            List.of(".env", ".env.local", ".env.production", ".env.production.local");

    private final Tree tree;
    private final Application application;
    private final List<Finding> findings = new ArrayList<>();

    private ApiBases(Tree tree, Application application) {
        this.tree = tree;
        this.application = application;
    }

    static List<Finding> look(Tree tree, Application application) {
        ApiBases bases = new ApiBases(tree, application);
        for (Service service : application.services()) {
            if (service.kind() == ServiceKind.STATIC_FRONTEND
                    && service.facts() instanceof NodeFacts node) {
                bases.scripts(service, node);
                bases.files(service, node);
            }
        }
        return bases.findings;
    }

    /** {@code "build": "VITE_API_URL=http://localhost:3000 vite build"}. */
    private void scripts(Service service, NodeFacts node) {
        String path = RepositoryPath.join(service.path(), "package.json");
        String text = tree.read(path).orElse("");
        for (String script : buildScripts(text)) {
            for (ApiBase base : node.apiBases()) {
                String name = base.variable();
                Matcher set =
                        Pattern.compile(
                                        "(?<![\\w])"
                                                + Pattern.quote(name)
                                                + "=[\"']?((?:https?:)?//[^\\s\"']+)")
                                .matcher(script);
                if (set.find()) {
                    findings.add(
                            Finding.warning(
                                            "FS-API-001",
                                            "the build script sets "
                                                    + name
                                                    + " to "
                                                    + set.group(1)
                                                    + ", which wins over "
                                                    + inImage(base),
                                            "take it out of the script: the build in the image sets"
                                                    + " it")
                                    .at(path, lineOf(text, name + "=")));
                }
            }
        }
    }

    private static List<String> buildScripts(String manifest) {
        List<String> scripts = new ArrayList<>();
        try {
            JsonNode root = manifest.isBlank() ? null : JSON.readTree(manifest);
            if (root != null) {
                root.path("scripts").properties().stream()
                        .filter(script -> script.getKey().matches("(?:pre)?build.*"))
                        .forEach(script -> scripts.add(script.getValue().asText()));
            }
        } catch (JsonProcessingException broken) {
            // Said by whoever needed the manifest.
            return List.of();
        }
        return scripts;
    }

    private void files(Service service, NodeFacts node) {
        Map<String, Finding> last = new TreeMap<>();
        for (String file : FILES) {
            String path = RepositoryPath.join(service.path(), file);
            String[] lines = tree.read(path).orElse("").split("\r?\n", -1);
            for (int i = 0; i < lines.length; i++) {
                String line = lines[i].strip().replaceFirst("^export\\s+", "");
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    String name = line.substring(0, equals).strip();
                    String value =
                            line.substring(equals + 1).strip().replaceAll("^[\"']|[\"']$", "");
                    Optional<Finding> finding = ofLine(node, name, value);
                    int number = i + 1;
                    finding.ifPresent(f -> last.put(name, f.at(path, number)));
                }
            }
        }
        findings.addAll(last.values());
    }

    private Optional<Finding> ofLine(NodeFacts node, String name, String value) {
        Optional<ApiBase> base =
                node.apiBases().stream().filter(b -> b.variable().equals(name)).findFirst();
        if (base.isPresent()) {
            return Address.of(value)
                    .map(
                            address ->
                                    Finding.info(
                                            "FS-API-002",
                                            name
                                                    + " names a host here, and is "
                                                    + inImage(base.get())
                                                    + " in the image",
                                            "make it "
                                                    + inImage(base.get())
                                                    + " here as well, and let the dev server's proxy"
                                                    + " do the rest"));
        }
        boolean lost =
                node.publicVariables().contains(name)
                        && !value.isEmpty()
                        && !application.variables().values().containsKey(name);
        return lost
                ? Optional.of(
                        Finding.warning(
                                "FS-API-003",
                                "the pages read "
                                        + name
                                        + ", but no .env file gets into an image's build",
                                "set it in monorepo.env or in <variables>"))
                : Optional.empty();
    }

    private String inImage(ApiBase base) {
        String value = base.value(prefix());
        return value.isEmpty() ? "empty" : value;
    }

    private String prefix() {
        return application
                .backend()
                .flatMap(application::route)
                .map(Route::path)
                .filter(path -> !path.isEmpty())
                .orElse("/");
    }

    private static int lineOf(String text, String part) {
        int at = Math.max(0, text.indexOf(part));
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
