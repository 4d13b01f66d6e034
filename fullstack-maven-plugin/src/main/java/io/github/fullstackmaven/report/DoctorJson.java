package io.github.fullstackmaven.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fullstackmaven.model.Checkup;
import java.util.List;
import java.util.Locale;

/** Writes {@code doctor.json}: what was looked at, and whether it is well. */
public final class DoctorJson {
    private DoctorJson() {}

    /** Returns the file's content. */
    public static String of(List<Checkup> checkups) {
        ObjectNode document = Json.document();
        ArrayNode list = document.putArray("checks");
        for (Checkup checkup : checkups) {
            ObjectNode node =
                    list.addObject()
                            .put("subject", checkup.subject())
                            .put("ok", checkup.isWell())
                            .put("detail", checkup.detail());
            checkup.problem()
                    .ifPresent(
                            p ->
                                    node.put("id", p.id())
                                            .put(
                                                    "severity",
                                                    p.severity().name().toLowerCase(Locale.ROOT))
                                            .put("remedy", p.remedy()));
        }
        return Json.text(document);
    }
}
