package io.github.fullstackmaven.detect.node;

import io.github.fullstackmaven.model.Evidence;
import java.util.Optional;

/**
 * The package manager of a project.
 *
 * @param tool which one
 * @param version its version where the repository names one, as a version or a major
 * @param file the file that says so; absent values are never guessed beyond npm
 * @param rule the rule's id
 */
record PackageManager(ManagerTool tool, Optional<String> version, String file, String rule) {
    Evidence evidence() {
        return new Evidence(file, rule);
    }

    /** Returns the major version; 0 when it is not known. */
    int major() {
        String digits = version.orElse("").replaceFirst("^v?(\\d{0,6}).*", "$1");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }
}
