package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.ContainerSpec;
import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is to be live.
 *
 * @param application the application
 * @param images the ids of its images, {@code sha256:…}, by the role of the container
 * @param certificate the checked certificate; present when the application has TLS
 * @param holder who deploys: shown to others that wait, {@code anna@build-7 (pid 4711)}
 */
public record Target(
        Application application,
        Map<String, String> images,
        Optional<Certificate> certificate,
        String holder) {

    public Target {
        images = Map.copyOf(images);
    }

    /** An application whose units are one container. */
    public Target(
            Application application,
            String imageId,
            Optional<Certificate> certificate,
            String holder) {
        this(application, Map.of(UnitPart.APP, imageId), certificate, holder);
    }

    /** Returns the id of the image of a part; empty when it is not known yet. */
    String imageId(UnitPart part) {
        return images.getOrDefault(part.role(), "");
    }

    /** Returns the same for an engine, which may be another machine's. */
    Target on(EngineInfo engine) {
        return new Target(application.on(engine.host()), images, certificate, holder);
    }

    /** Returns what the unit of a release is made of. */
    Blueprint blueprint(String release) {
        String model = model();
        Map<String, String> names = new TreeMap<>();
        UnitPart.of(application).forEach(part -> names.put(imageId(part), part.image()));
        return new Blueprint(
                names,
                model,
                UnitSettings.of(application).gatewayPort(),
                application.frontend().isPresent(),
                application.processes().stream().map(Service::name).toList(),
                Specs.unit(this, release, model));
    }

    /** Returns the hash of all that makes a release: two with the same hash do the same. */
    String model() {
        StringBuilder text = new StringBuilder();
        for (ContainerSpec container : Specs.unit(this, "r0", "")) {
            part(text, container.name().orElse(""));
            container.environment().forEach((k, v) -> part(text, k + "=" + v));
            container
                    .volumes()
                    .forEach(v -> part(text, v.source() + ">" + v.target() + ">" + v.readOnly()));
            part(text, container.user());
            part(text, String.valueOf(container.tmpfs()));
            part(text, String.valueOf(container.pids()));
            part(text, String.valueOf(container.memory()));
            part(text, String.valueOf(container.cpus()));
            part(text, container.restart());
            part(text, String.valueOf(container.stopSignal()));
            part(text, String.valueOf(container.health().map(h -> h.command())));
        }
        if (!application.surroundings().secrets().isEmpty()) {
            part(text, Secrets.fingerprint(application));
        }
        part(text, EdgeFiles.unit(application, "r0"));
        return Digest.of(text.toString()).substring(0, 32);
    }

    /** Length and text, so that no two lists of parts give the same whole. */
    private static void part(StringBuilder whole, String text) {
        whole.append(text.length()).append(':').append(text);
    }
}
