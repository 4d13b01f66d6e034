package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.host.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers of sites that there are not. */
final class Answers {
    private Answers() {}

    /** An answer with headers, name and value in turn. */
    static Answer of(int status, String body, String... headers) {
        Map<String, List<String>> all = new HashMap<>();
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return new Answer(status, all, body, Optional.empty());
    }

    /** The same with another header. */
    static Answer with(Answer answer, String name, String value) {
        Map<String, List<String>> all = new HashMap<>(answer.headers());
        all.put(name, List.of(value));
        return new Answer(answer.status(), all, answer.text(), Optional.empty());
    }

    /** The same without a header. */
    static Answer without(Answer answer, String name) {
        Map<String, List<String>> all = new HashMap<>(answer.headers());
        all.remove(name);
        return new Answer(answer.status(), all, answer.text(), Optional.empty());
    }
}
