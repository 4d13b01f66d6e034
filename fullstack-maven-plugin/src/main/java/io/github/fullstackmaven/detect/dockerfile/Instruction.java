package io.github.fullstackmaven.detect.dockerfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One instruction of a Dockerfile.
 *
 * @param line where it begins
 * @param name in upper case, {@code COPY}
 * @param text what follows, on one line
 */
record Instruction(int line, String name, String text) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Returns the words of the exec form; empty when it is not an array of texts. */
    Optional<List<String>> exec() {
        if (!text.startsWith("[")) {
            return Optional.empty();
        }
        try {
            JsonNode array = JSON.readTree(text);
            List<String> words = new ArrayList<>();
            for (JsonNode word : array) {
                if (!word.isTextual()) {
                    return Optional.empty();
                }
                words.add(word.asText());
            }
            return Optional.of(words);
        } catch (JsonProcessingException notAnArray) {
            return Optional.empty();
        }
    }

    /** Returns the words, without flags ({@code --from=…}). */
    List<String> words() {
        return exec().orElseGet(() -> Arrays.asList(text.strip().split("\\s+"))).stream()
                .filter(word -> !word.isEmpty() && !word.startsWith("--"))
                .toList();
    }

    /** Returns the value of a flag. */
    Optional<String> flag(String flag) {
        String start = "--" + flag + "=";
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .findFirst();
    }
}
