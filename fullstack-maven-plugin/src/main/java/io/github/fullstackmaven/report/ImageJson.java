package io.github.fullstackmaven.report;

/** Writes {@code image.json}: what a build gave. */
public final class ImageJson {
    private ImageJson() {}

    /**
     * Returns the file's content.
     *
     * @param name {@code name:tag}
     * @param id {@code sha256:…}
     * @param sizeBytes the size that the engine tells
     */
    public static String of(String name, String id, long sizeBytes) {
        var document = Json.document();
        document.putArray("images")
                .addObject()
                .put("role", "app")
                .put("name", name)
                .put("id", id)
                .putNull("digest")
                .put("sizeBytes", sizeBytes);
        return Json.text(document);
    }
}
