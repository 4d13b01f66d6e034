package io.github.fullstackmaven.stages;

/**
 * A file that the build is given for the time of one step, and that is in no layer. Without it the
 * step runs as well.
 *
 * @param id what {@code --secret id=…} calls it
 * @param target the file inside the stage
 */
public record SecretMount(String id, String target) {}
