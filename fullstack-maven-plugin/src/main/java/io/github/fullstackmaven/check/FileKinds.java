package io.github.fullstackmaven.check;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a page does with an address that it keeps, where the address itself says it: a script, a
 * style sheet, an image, a font, sound and film, the tiles of a map.
 */
final class FileKinds {
    private static final Map<Use, Pattern> KINDS =
            Map.of(
                    Use.SCRIPT, Pattern.compile(".*(?:\\.m?js|/js)"),
                    Use.STYLE, Pattern.compile(".*(?:\\.css|/css2?)"),
                    Use.IMAGE, Pattern.compile(".*\\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp)"),
                    Use.FONT, Pattern.compile(".*\\.(?:woff2?|ttf|otf|eot)"),
                    Use.MEDIA, Pattern.compile(".*\\.(?:mp[34]|webm|og[gv]|m4a|wav)"));
    private static final List<String> TILE = List.of("{z}", "{x}", "{y}");
    private static final Pattern VECTORS = Pattern.compile(".*\\.(?:pbf|mvt)");

    private FileKinds() {}

    /** Returns what is done with it; empty where the address does not tell. */
    static Optional<Use> of(Address address) {
        String path = address.rest().split("[?#]", 2)[0].toLowerCase(Locale.ROOT);
        if (TILE.stream().allMatch(path::contains)) {
            return Optional.of(VECTORS.matcher(path).matches() ? Use.CONNECT : Use.IMAGE);
        }
        return KINDS.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
