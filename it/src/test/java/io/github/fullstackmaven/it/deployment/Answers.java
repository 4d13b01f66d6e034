package io.github.fullstackmaven.it.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.it.http.Answer;
import io.github.fullstackmaven.it.http.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the sample answers, however it was put on the air. */
public final class Answers {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ASSET = Pattern.compile("/assets/[^\"']+\\.js");

    private Answers() {}

    /** Asserts status, type and caching of each kind of path, and returns them as a table. */
    public static String table(Site site) {
        String asset = asset(site.get("/").body());
        List<String> table = new ArrayList<>();
        table.add(row(site, "/", 200, "text/html", "no-cache"));
        table.add(row(site, asset, 200, "javascript", "public, max-age=31536000, immutable"));
        table.add(row(site, "/deep/link", 200, "text/html", "no-cache"));
        table.add(row(site, "/assets/missing.js", 404, "text/html", "no-store"));
        table.add(row(site, "/api/health", 200, "application/json", null));
        table.add(row(site, "/api/v1/towns/selection", 200, "application/json", null));
        table.add(row(site, "/api/missing", 404, "application/json", null));

        assertThat(site.get("/deep/link").body()).isEqualTo(site.get("/").body());
        assertThat(json(site.get("/api/health")).path("service").asText())
                .isEqualTo("mapas-km-backend");
        assertThat(json(site.get("/api/v1/towns/selection"))).hasSize(291);
        assertThat(json(site.get("/api/missing")).path("error").asText())
                .as("the back end's own answer, not the page")
                .isEqualTo("no such route");
        return String.join("\n", table);
    }

    private static String row(Site site, String path, int status, String type, String caching) {
        Answer answer = site.get(path);
        String row =
                String.format(
                        "%-28s %d %-18s %s",
                        path, answer.status(), answer.type(), answer.header("cache-control"));
        assertThat(answer.status()).as(row).isEqualTo(status);
        assertThat(answer.type()).as(row).contains(type);
        if (caching != null) {
            assertThat(answer.header("cache-control")).as(row).isEqualTo(caching);
        }
        return row;
    }

    private static String asset(String page) {
        Matcher matcher = ASSET.matcher(page);
        assertThat(matcher.find()).as("a script in %s", page).isTrue();
        return matcher.group();
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
