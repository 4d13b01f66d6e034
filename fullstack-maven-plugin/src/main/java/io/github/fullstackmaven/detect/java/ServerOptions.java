package io.github.fullstackmaven.detect.java;

import io.github.fullstackmaven.detect.evidence.Manifests;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The port of a server that a Maven plugin puts beside an application: in the options that it
 * starts the server with, or in the server's own file.
 */
public final class ServerOptions {
    /** Plugins that put a server of theirs beside the application. */
    private static final Set<String> PLUGINS =
            Set.of(
                    "eap-maven-plugin",
                    "liberty-maven-plugin",
                    "wildfly-jar-maven-plugin",
                    "wildfly-maven-plugin");

    private static final Pattern PORT =
            Pattern.compile(
                    "(?:jboss\\.http\\.port|default\\.http\\.port|http\\.port)=([1-9]\\d{1,4})\\b");
    private static final Pattern OFFSET =
            Pattern.compile("jboss\\.socket\\.binding\\.port-offset=(\\d{1,5})\\b");
    private static final String LIBERTY = "src/main/liberty/config/server.xml";
    private static final Pattern ENDPOINT = Pattern.compile("\\bhttpPort\\s*=\\s*\"(\\d{2,5})\"");
    private static final int USUAL = 8080;

    private ServerOptions() {}

    /** Returns the port of the server of a module. */
    public static Optional<Sourced<Integer>> port(Manifests manifests, String directory) {
        return Pom.of(manifests, directory)
                .flatMap(ServerOptions::port)
                .or(() -> liberty(manifests, directory));
    }

    private static Optional<Sourced<Integer>> liberty(Manifests manifests, String directory) {
        String path = RepositoryPath.join(directory, LIBERTY);
        String text = manifests.tree().read(path).orElse("");
        Matcher port = ENDPOINT.matcher(text);
        return port.find()
                ? Optional.of(
                        new Sourced<>(
                                Integer.parseInt(port.group(1)),
                                path + ":" + text.substring(0, port.start(1)).lines().count()))
                : Optional.empty();
    }

    private static Optional<Sourced<Integer>> port(Pom pom) {
        for (String text : pom.configurations(PLUGINS)) {
            Matcher port = PORT.matcher(text);
            Matcher offset = OFFSET.matcher(text);
            int more = offset.find() ? Integer.parseInt(offset.group(1)) : 0;
            boolean said = port.find();
            if (said || more > 0) {
                int base = said ? Integer.parseInt(port.group(1)) : USUAL;
                return Optional.of(new Sourced<>(base + more, pom.path()))
                        .filter(found -> found.value() <= 65535);
            }
        }
        return pom.parent().flatMap(ServerOptions::port);
    }
}
