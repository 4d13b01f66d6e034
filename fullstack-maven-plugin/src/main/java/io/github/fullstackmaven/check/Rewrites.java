package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How a source says the same without an address of the developer's machine: {@code
 * "http://localhost:3000/api/towns"} is {@code "/api/towns"}. Only where it is sure that the
 * gateway hands the path on to the same service, and that a path can stand there.
 */
final class Rewrites {
    /** {@code new URL} takes no path alone. */
    private static final Pattern IN_URL = Pattern.compile("(?s).*\\bURL\\(\\s*['\"`]$");

    private static final int WINDOW = 40;

    private final Application application;
    private final Collection<String> texts;

    /** Takes the application, and all sources, which tell what is appended to a base. */
    Rewrites(Application application, Collection<String> texts) {
        this.application = application;
        this.texts = texts;
    }

    /** What stands in place of an origin; empty: nothing does, and a path is left. */
    record Rewrite(String prefix) {}

    /** Returns the rewrite of a mention, where there is one. */
    Optional<Rewrite> of(String text, Mention mention) {
        Address address = mention.address();
        return mention.conditional() || withinUrl(text, mention)
                ? Optional.empty()
                : route(address).flatMap(route -> prefix(route, mention)).map(Rewrite::new);
    }

    /**
     * Returns how a path that is not below the prefix reaches the same service nevertheless, in
     * words; empty where it is below, or it is not known which service that is.
     */
    Optional<String> beside(Mention mention) {
        String rest = mention.address().rest();
        return route(mention.address())
                .filter(route -> !route.stripPrefix() && !isBelow(rest, route.path()))
                .filter(route -> rest.length() > 1)
                .map(
                        route ->
                                route.path()
                                        + rest
                                        + " (with fullstack.apiStripPrefix, where it answers "
                                        + rest
                                        + ")");
    }

    private static boolean withinUrl(String text, Mention mention) {
        String before = text.substring(Math.max(0, mention.offset() - WINDOW), mention.offset());
        String name = mention.name();
        return IN_URL.matcher(before).matches()
                || (!name.isEmpty()
                        && Pattern.compile(
                                        "\\bURL\\([^)\\n]{0,200}\\b" + Pattern.quote(name) + "\\b")
                                .matcher(text)
                                .find());
    }

    private Optional<Route> route(Address address) {
        boolean known =
                address.isLoopback()
                        && address.scheme().startsWith("http")
                        && address.port().filter(p -> !p.isEmpty()).isPresent();
        return known ? route(Integer.parseInt(address.port().get())) : Optional.empty();
    }

    /** Returns the route of the service that listens on a port, or that alone may listen there. */
    private Optional<Route> route(int port) {
        List<Service> listening =
                application.processes().stream()
                        .filter(s -> s.port().filter(p -> p.value() == port).isPresent())
                        .toList();
        List<Service> backends =
                application.services().stream().filter(Service::isBackend).toList();
        boolean unknown =
                backends.size() == 1 && backends.get(0).port().filter(p -> !isGuessed(p)).isEmpty();
        return (unknown ? backends : listening)
                .stream()
                        .findFirst()
                        .flatMap(application::route)
                        .filter(r -> r.path().length() > 1);
    }

    /** The port that a framework takes where the project says none; it may say so elsewhere. */
    private static boolean isGuessed(Sourced<Integer> port) {
        return port.isDefault() || port.source().startsWith("rule ");
    }

    private Optional<String> prefix(Route route, Mention mention) {
        String rest = mention.address().rest();
        if (route.stripPrefix()) {
            return Optional.of(route.path());
        }
        if (isBelow(rest, route.path())) {
            return Optional.of("");
        }
        boolean base = rest.isEmpty() || rest.equals("/");
        return base && !mention.name().isEmpty() && isAppended(route.path())
                ? Optional.of("")
                : Optional.empty();
    }

    private static boolean isBelow(String path, String prefix) {
        return path.startsWith(prefix)
                && (path.length() == prefix.length()
                        || "/?#".indexOf(path.charAt(prefix.length())) >= 0);
    }

    /** Returns true where paths below the prefix stand in the sources, to be put behind a base. */
    private boolean isAppended(String prefix) {
        String below = prefix.substring(1);
        Pattern path = Pattern.compile("['\"`}]/?" + Pattern.quote(below) + "(?=[/?'\"`$])");
        return texts.stream().anyMatch(text -> text.contains(below) && path.matcher(text).find());
    }
}
