package io.github.fullstackmaven.detect.rust;

/**
 * The one binary that is built and started.
 *
 * @param crate its package
 * @param target its target
 */
record Binary(CargoPackage crate, CargoTarget target) {
    String name() {
        return target.name();
    }
}
