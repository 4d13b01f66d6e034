package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitSettings;
import java.util.List;
import java.util.Optional;

/**
 * What is to be live.
 *
 * @param application the application
 * @param imageId the id of its image, {@code sha256:…}
 * @param certificate the checked certificate; present when the application has TLS
 * @param holder who deploys: shown to others that wait, {@code anna@build-7 (pid 4711)}
 */
public record Target(
        Application application, String imageId, Optional<Certificate> certificate, String holder) {

    /** Returns what the unit of a release is made of. */
    Blueprint blueprint(String release) {
        String model = model();
        return new Blueprint(
                imageId,
                application.images().app(),
                model,
                UnitSettings.of(application).gatewayPort(),
                application.frontend().isPresent(),
                application.processes().stream().map(Service::name).toList(),
                List.of(Specs.unit(this, release, model)));
    }

    /** Returns the hash of all that makes a release: two with the same hash do the same. */
    String model() {
        ContainerSpec unit = Specs.unit(this, "r0", "");
        StringBuilder text = new StringBuilder();
        unit.environment().forEach((k, v) -> part(text, k + "=" + v));
        unit.volumes().forEach(v -> part(text, v.source() + ">" + v.target() + ">" + v.readOnly()));
        part(text, unit.user());
        part(text, String.valueOf(unit.tmpfs()));
        part(text, String.valueOf(unit.pids()));
        part(text, String.valueOf(unit.memory()));
        part(text, String.valueOf(unit.cpus()));
        part(text, unit.restart());
        part(text, String.valueOf(unit.stopSignal()));
        part(text, String.valueOf(unit.health().map(h -> h.command())));
        part(text, EdgeFiles.unit(application, "r0"));
        return Digest.of(text.toString()).substring(0, 32);
    }

    /** Length and text, so that no two lists of parts give the same whole. */
    private static void part(StringBuilder whole, String text) {
        whole.append(text.length()).append(':').append(text);
    }
}
