package io.github.fullstackmaven.stages;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Images;
import io.github.fullstackmaven.model.Route;
import io.github.fullstackmaven.model.Service;

/**
 * One service of an application, as its stages see it.
 *
 * @param application the application
 * @param service the service
 * @param generated where the generated part of the build context is
 */
record Part(Application application, Service service, GeneratedContext generated) {
    /** Returns the name of the stage that leaves the result in {@code /out}. */
    String stage() {
        return service.name();
    }

    /** Returns the name of a helper stage. */
    String stage(String purpose) {
        return service.name() + "-" + purpose;
    }

    /** Returns the directory of the process inside the image. */
    String home() {
        return application.home(service);
    }

    Images images() {
        return application.images();
    }

    /** Returns what pages call the back end by: the first prefix of one, {@code /} without. */
    String apiPrefix() {
        return application
                .backend()
                .flatMap(application::route)
                .map(Route::path)
                .filter(path -> !path.equals("/"))
                .orElse("/");
    }
}
