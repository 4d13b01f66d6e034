package io.github.fullstackmaven.detect.node;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.ToolVersion;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A build with webpack 4, alone or in a tool: it makes MD4 digests, which OpenSSL 3 in Node.js 17
 * and later refuses, and allows when it is told to.
 *
 * @param tool the dependency that brings it, with its version as it is declared
 * @param project the manifest
 */
record OldWebpack(String tool, PackageJson project) {
    private static final int OPENSSL_3 = 17;
    private static final Pattern MAJOR = Pattern.compile("[\\^~>=v\\s]*(\\d+)(?:[.\\s].*)?");

    /** Returns it where a project is built so, by a Node.js that refuses. */
    static Optional<OldWebpack> of(PackageJson project, ToolVersion node) {
        if (Integer.parseInt(node.value().split("\\.")[0]) < OPENSSL_3) {
            return Optional.empty();
        }
        Map<String, String> declared = project.dependencies();
        for (Map.Entry<String, JsonNode> tool : Framework.webpack5().properties()) {
            String version = declared.getOrDefault(tool.getKey(), "");
            Matcher major = MAJOR.matcher(version);
            if (major.matches() && Integer.parseInt(major.group(1)) < tool.getValue().asInt()) {
                return Optional.of(new OldWebpack(tool.getKey() + " " + version, project));
            }
        }
        return Optional.empty();
    }

    /** Returns what the build is told. */
    Map<String, String> environment() {
        return Map.of("NODE_OPTIONS", "--openssl-legacy-provider");
    }

    /** Returns what there is to say. */
    Finding finding() {
        return Finding.info(
                        "FS-NODE-014",
                        tool
                                + " builds with webpack 4, whose digests OpenSSL 3 refuses: the build"
                                + " gets NODE_OPTIONS=--openssl-legacy-provider",
                        "nothing has to be done; a release with webpack 5 does without")
                .at(project.path());
    }
}
