package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.engine.EngineInfo;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.UnitPart;
import io.github.fullstackmaven.model.UnitSettings;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is to be live.
 *
 * @param application the application
 * @param images the ids of its images, {@code sha256:…}, by the role of the container
 * @param certificate the checked certificate; present when the application has TLS
 * @param holder who deploys: shown to others that wait, {@code anna@build-7 (pid 4711)}
 * @param recreated the names of accessories that are made again
 */
public record Target(
        Application application,
        Map<String, String> images,
        Optional<Certificate> certificate,
        String holder,
        Set<String> recreated) {

    public Target {
        images = Map.copyOf(images);
        recreated = Set.copyOf(recreated);
    }

    /** Leaves accessories as they are. */
    public Target(
            Application application,
            Map<String, String> images,
            Optional<Certificate> certificate,
            String holder) {
        this(application, images, certificate, holder, Set.of());
    }

    /** An application whose units are one container. */
    public Target(
            Application application,
            String imageId,
            Optional<Certificate> certificate,
            String holder) {
        this(application, Map.of(UnitPart.APP, imageId), certificate, holder);
    }

    /** Returns the same with accessories that are made again. */
    public Target recreating(Collection<String> accessories) {
        return new Target(application, images, certificate, holder, Set.copyOf(accessories));
    }

    /** Returns the id of the image of a part; empty when it is not known yet. */
    String imageId(UnitPart part) {
        return images.getOrDefault(part.role(), "");
    }

    /** Returns the same for an engine, which may be another machine's. */
    Target on(EngineInfo engine) {
        return new Target(application.on(engine.host()), images, certificate, holder, recreated);
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
        Fingerprint fingerprint = new Fingerprint();
        Specs.unit(this, "r0", "").forEach(fingerprint::add);
        if (!application.surroundings().secrets().isEmpty()) {
            fingerprint.add(Secrets.fingerprint(application));
        }
        return fingerprint.add(EdgeFiles.unit(application, "r0")).hash();
    }
}
