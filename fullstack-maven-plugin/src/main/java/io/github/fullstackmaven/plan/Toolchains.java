package io.github.fullstackmaven.plan;

import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.ToolVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles the versions of tools: a pinned version is taken as it is, a minimum lifts the built-in
 * one, and the base images follow.
 */
final class Toolchains {
    private static final Map<Ecosystem, String> ROLES =
            Map.of(
                    Ecosystem.RUST, "rust",
                    Ecosystem.NODE, "node",
                    Ecosystem.GO, "go",
                    Ecosystem.PYTHON, "python",
                    Ecosystem.JAVA, "java");

    private final BaseImages images;

    Toolchains(BaseImages images) {
        this.images = images;
    }

    /** Returns the service with the one version of its tool that the image has. */
    Service settled(Service service) {
        String role = ROLES.get(service.ecosystem());
        if (role == null) {
            return service;
        }
        String builtIn = images.version(role).orElse("");
        Optional<ToolVersion> pinned = version(service, role).filter(v -> !isDefault(v));
        Optional<ToolVersion> minimum =
                version(service, role + "-minimum").filter(v -> isNewer(v.value(), builtIn));
        Optional<ToolVersion> wanted =
                pinned.or(() -> minimum.map(v -> new ToolVersion(role, v.value(), v.source())));
        wanted.ifPresent(v -> images.pin(role, v.value()));
        wanted.ifPresent(v -> images.pin(role + "-glibc", v.value()));
        ToolVersion version = wanted.orElse(new ToolVersion(role, builtIn, Sourced.DEFAULT));
        List<ToolVersion> versions = new ArrayList<>(service.versions());
        versions.removeIf(v -> v.tool().equals(role) || v.tool().equals(role + "-minimum"));
        versions.add(0, version);
        return service.but().versions(versions).service();
    }

    private static boolean isDefault(ToolVersion version) {
        return version.source().equals(Sourced.DEFAULT);
    }

    private static Optional<ToolVersion> version(Service service, String tool) {
        return service.versions().stream().filter(v -> v.tool().equals(tool)).findFirst();
    }

    private static boolean isNewer(String one, String other) {
        String[] left = one.split("\\.");
        String[] right = other.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int a = i < left.length ? number(left[i]) : 0;
            int b = i < right.length ? number(right[i]) : 0;
            if (a != b) {
                return a > b;
            }
        }
        return false;
    }

    private static int number(String text) {
        return text.isEmpty() || !text.chars().allMatch(Character::isDigit)
                ? 0
                : Integer.parseInt(text);
    }
}
