package io.github.fullstackmaven.stages;

/**
 * A file that the build is given for the time of one step, and that is in no layer. Without it the
 * step runs as well.
 *
 * @param id what {@code --secret id=…} calls it
 * @param target the file inside the stage
 */
public record SecretMount(String id, String target) {
    /**
     * Returns the stage without a file that the step is shown as well where the build is given the
     * secret. The build puts something in its place that is another thing with another secret.
     */
    public String stage() {
        return Build.secret(id);
    }

    /** Returns the directory where the step would find it; it does not look. */
    public String version() {
        return "/run/fullstack/" + id;
    }
}
