package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.scan.RepositoryPath;
import io.github.fullstackmaven.scan.Tree;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the source that a place of a built file comes from. A source map is believed only where the
 * line that it names is in the repository and has the address in it.
 */
final class Originals {
    private static final String REFERENCE = "sourceMappingURL=";
    private static final String INLINE = "data:application/json";
    private static final int TAIL = 2_000;
    private static final int LONGEST_SOURCE = 1_000_000;

    private final BuiltPages pages;
    private final Tree tree;
    private final Optional<Service> frontend;
    private final Map<String, Optional<SourceMap>> maps = new HashMap<>();

    Originals(BuiltPages pages, Tree tree, Application application) {
        this.pages = pages;
        this.tree = tree;
        this.frontend = application.frontend();
    }

    /** Where something stands in the repository. */
    record Original(String path, int line) {}

    /** Returns where a place of a page comes from, where that is sure. */
    Optional<Original> of(Page page, Places.Place place, Address address) {
        return maps.computeIfAbsent(page.path(), path -> map(page))
                .flatMap(map -> map.original(place.line(), place.column()))
                .flatMap(claim -> checked(page, claim, address));
    }

    private Optional<SourceMap> map(Page page) {
        String text = page.text();
        int reference = text.lastIndexOf(REFERENCE);
        String url = "";
        if (reference >= 0) {
            int end = reference + REFERENCE.length();
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            url = text.substring(reference + REFERENCE.length(), end);
        }
        if (url.startsWith(INLINE)) {
            return inline(url).flatMap(SourceMap::parse);
        }
        boolean near = reference >= text.length() - TAIL && !url.isEmpty() && !url.contains(":");
        String beside = near ? url : RepositoryPath.name(page.path()) + ".map";
        return RepositoryPath.resolve(RepositoryPath.parent(page.path()), beside)
                .filter(path -> path.endsWith(".map"))
                .flatMap(pages::map)
                .flatMap(SourceMap::parse);
    }

    private static Optional<String> inline(String url) {
        int comma = url.indexOf(";base64,");
        if (comma < 0) {
            return Optional.empty();
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(url.substring(comma + ";base64,".length()));
            return Optional.of(new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private Optional<Original> checked(Page page, SourceMap.Original claim, Address address) {
        return candidates(page, claim.source())
                .distinct()
                .filter(tree::isFile)
                .filter(path -> line(path, claim.line()).contains(address.origin()))
                .findFirst()
                .map(path -> new Original(path, claim.line()));
    }

    private String line(String path, int line) {
        return tree.read(path)
                .filter(text -> text.length() <= LONGEST_SOURCE)
                .flatMap(text -> text.lines().skip(line - 1L).findFirst())
                .orElse("");
    }

    /**
     * A name is relative to the map, or to the front end's directory, its {@code src}, or the
     * repository.
     */
    private Stream<String> candidates(Page page, String source) {
        String name = source.replaceFirst("^[a-z-]+://[^/]*/", "").replaceFirst("[?#].*$", "");
        String inside = name.replaceFirst("^(?:\\.{0,2}/)+", "");
        String directory = frontend.map(Service::path).orElse(RepositoryPath.ROOT);
        String built =
                RepositoryPath.join(
                        frontend.flatMap(Service::output).orElse("dist"),
                        RepositoryPath.parent(page.path()));
        return List.of(
                        RepositoryPath.resolve(directory + "/" + built, name),
                        RepositoryPath.resolve(directory, inside),
                        RepositoryPath.resolve(directory + "/src", inside),
                        RepositoryPath.resolve(RepositoryPath.ROOT, inside))
                .stream()
                .flatMap(Optional::stream);
    }
}
