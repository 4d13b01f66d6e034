package io.github.fullstackmaven.config;

import java.util.Optional;

/**
 * What a POM says of the application that is put into its image's labels.
 *
 * @param version the version
 * @param url the project's page
 * @param licenses the licences' names, joined by {@code OR} as SPDX does
 */
public record Project(String version, Optional<String> url, Optional<String> licenses) {}
