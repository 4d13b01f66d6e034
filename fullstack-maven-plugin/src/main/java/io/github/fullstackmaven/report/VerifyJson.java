package io.github.fullstackmaven.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.fullstackmaven.model.Verdict;
import java.util.List;
import java.util.Locale;

/** Writes {@code verify.json}: every check, and what came of it. */
public final class VerifyJson {
    private VerifyJson() {}

    /**
     * Returns the file's content.
     *
     * @param pictures what was taken of pages, relative to the file
     */
    public static String of(List<Verdict> verdicts, List<String> pictures) {
        ObjectNode document = Json.document();
        ArrayNode list = document.putArray("checks");
        for (Verdict verdict : verdicts) {
            ObjectNode node =
                    list.addObject()
                            .put("id", verdict.id())
                            .put("subject", verdict.checkup().subject())
                            .put("ok", verdict.checkup().isWell())
                            .put("detail", verdict.checkup().detail());
            verdict.problem()
                    .ifPresent(
                            p ->
                                    node.put(
                                                    "severity",
                                                    p.severity().name().toLowerCase(Locale.ROOT))
                                            .put("remedy", p.remedy()));
        }
        if (!pictures.isEmpty()) {
            Json.strings(document.putArray("pictures"), pictures);
        }
        return Json.text(document);
    }
}
