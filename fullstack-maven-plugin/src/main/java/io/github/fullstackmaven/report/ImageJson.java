package io.github.fullstackmaven.report;

import java.util.List;

/** Writes {@code image.json}: what a build gave. */
public final class ImageJson {
    private ImageJson() {}

    /**
     * An image.
     *
     * @param role the container that it is for
     * @param name {@code name:tag}
     * @param id {@code sha256:…}
     * @param sizeBytes the size that the engine tells
     */
    public record Row(String role, String name, String id, long sizeBytes) {}

    /** Returns the file's content. */
    public static String of(List<Row> rows) {
        var document = Json.document();
        var images = document.putArray("images");
        rows.forEach(
                row ->
                        images.addObject()
                                .put("role", row.role())
                                .put("name", row.name())
                                .put("id", row.id())
                                .putNull("digest")
                                .put("sizeBytes", row.sizeBytes()));
        return Json.text(document);
    }
}
