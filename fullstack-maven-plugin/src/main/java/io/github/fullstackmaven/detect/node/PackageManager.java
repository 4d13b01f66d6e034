package io.github.fullstackmaven.detect.node;

/**
 * The package manager of a project.
 *
 * @param name {@code npm}, {@code pnpm}, {@code yarn}, {@code bun}
 * @param file the file that says so; absent values are never guessed beyond npm
 * @param rule the rule's id
 */
record PackageManager(String name, String file, String rule) {
    boolean isNpm() {
        return name.equals("npm");
    }
}
