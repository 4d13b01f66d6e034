package io.github.fullstackmaven.detect.python;

/**
 * What installs a project's dependencies.
 *
 * @param kind which one
 * @param file the file that says so
 * @param locked whether that file fixes every version
 * @param root the directory of the lock file and its manifests: the project's, or its workspace's
 */
record PackageManager(Kind kind, String file, boolean locked, String root) {
    /** The known ones; the id is the name in {@code plan.json}. */
    enum Kind {
        UV("uv"),
        POETRY("poetry"),
        PDM("pdm"),
        PIPENV("pipenv"),
        PIP("pip");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }

    String id() {
        return kind.id();
    }

    String rule() {
        return "python." + kind.id();
    }
}
