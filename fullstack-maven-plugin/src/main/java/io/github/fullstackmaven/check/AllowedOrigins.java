package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Application;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which other origins the policy of an application's pages lets in. */
final class AllowedOrigins {
    private static final Map<String, String> STANDARD =
            Map.of("http", "80", "ws", "80", "https", "443", "wss", "443");
    private static final Set<String> SECURED = Set.of("http https", "ws wss");

    private final Map<String, List<String>> origins;
    private final Optional<String> domain;

    AllowedOrigins(Application application) {
        this.origins = application.origins();
        this.domain = application.domain();
    }

    /** Returns true where the policy has nothing against it. */
    boolean allows(Address address, Use use) {
        boolean own = domain.filter(address.host()::equals).isPresent() && use != Use.BASE;
        return own
                || origins.getOrDefault(use.directive(), List.of()).stream()
                        .anyMatch(origin -> matches(origin, address));
    }

    private static boolean matches(String allowed, Address address) {
        return Address.of(allowed)
                .filter(
                        origin ->
                                isWithin(address.host(), origin.host())
                                        && covers(origin.scheme(), address.scheme())
                                        && port(origin, address).equals(port(address, origin)))
                .isPresent();
    }

    /** {@code *.example.com} is every host below it, and not that one itself. */
    private static boolean isWithin(String host, String allowed) {
        return host.equals(allowed)
                || (allowed.startsWith("*.") && host.endsWith(allowed.substring(1)));
    }

    /** What is allowed without encryption is allowed with it. */
    private static boolean covers(String allowed, String scheme) {
        return scheme.isEmpty()
                || allowed.equals(scheme)
                || SECURED.contains(allowed + " " + scheme);
    }

    /** A port that is not written is that of the scheme, of whichever of the two has one. */
    private static String port(Address address, Address other) {
        String standard =
                address.port().isEmpty() && other.port().isEmpty()
                        ? ""
                        : STANDARD.getOrDefault(address.scheme(), "443");
        return address.port().orElse(standard);
    }
}
