package io.github.fullstackmaven.detect.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stages of a Dockerfile, and what the image has that the last of them makes.
 *
 * @param stages all of them, in order
 */
record DockerfileContent(List<ImageStage> stages) {
    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)(?::?-([^}]*))?}|([A-Za-z_]\\w*))");

    DockerfileContent {
        stages = List.copyOf(stages);
    }

    /** Reads the text of a Dockerfile. */
    static DockerfileContent read(String text) {
        List<ImageStage> stages = new ArrayList<>();
        Map<String, String> arguments = new HashMap<>();
        List<Instruction> current = new ArrayList<>();
        Optional<Instruction> from = Optional.empty();
        for (Instruction instruction : InstructionReader.read(text)) {
            if (instruction.name().equals("FROM")) {
                from.map(f -> stage(f, current, arguments)).ifPresent(stages::add);
                from = Optional.of(instruction);
                current.clear();
            } else if (from.isPresent()) {
                current.add(instruction);
            } else if (instruction.name().equals("ARG")) {
                assign(instruction.text(), arguments);
            }
        }
        from.map(f -> stage(f, current, arguments)).ifPresent(stages::add);
        return new DockerfileContent(stages);
    }

    private static ImageStage stage(
            Instruction from, List<Instruction> instructions, Map<String, String> arguments) {
        List<String> words = from.words();
        String base = words.isEmpty() ? "" : expanded(words.get(0), arguments);
        boolean named = words.size() > 2 && words.get(1).equalsIgnoreCase("as");
        return new ImageStage(named ? words.get(2) : "", base, from.line(), instructions);
    }

    /** Returns the last stage; what it stands on may be an earlier one. */
    Optional<ImageStage> last() {
        return stages.isEmpty() ? Optional.empty() : Optional.of(stages.get(stages.size() - 1));
    }

    /** Returns the image below the last stage and those that it stands on. */
    Optional<ImageStage> ground() {
        List<ImageStage> line = lineage();
        return line.isEmpty() ? Optional.empty() : Optional.of(line.get(0));
    }

    /** Returns what makes up the final image: the instructions of its stages, the lowest first. */
    List<Instruction> instructions() {
        return lineage().stream().flatMap(stage -> stage.instructions().stream()).toList();
    }

    /** Returns what is copied from the build's context, in any stage. */
    List<String> sources() {
        List<String> sources = new ArrayList<>();
        for (ImageStage stage : stages) {
            for (Instruction copy : stage.instructions()) {
                boolean copies = copy.name().equals("COPY") || copy.name().equals("ADD");
                if (copies && copy.flag("from").isEmpty() && !copy.text().contains("<<")) {
                    List<String> words = copy.words();
                    words.subList(0, Math.max(0, words.size() - 1)).stream()
                            .filter(word -> !word.contains("://") && !word.contains("$"))
                            .forEach(sources::add);
                }
            }
        }
        return sources;
    }

    private List<ImageStage> lineage() {
        List<ImageStage> line = new ArrayList<>();
        Optional<Integer> at = stages.isEmpty() ? Optional.empty() : Optional.of(stages.size() - 1);
        while (at.isPresent()) {
            ImageStage stage = stages.get(at.get());
            line.add(0, stage);
            at = earlier(stage.base(), at.get());
        }
        return line;
    }

    private Optional<Integer> earlier(String name, int before) {
        for (int i = before - 1; i >= 0; i--) {
            String stage = stages.get(i).name().toLowerCase(Locale.ROOT);
            if (!stage.isEmpty() && stage.equals(name.toLowerCase(Locale.ROOT))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    /** Fills in variables; one that is not known stays as it is written. */
    static String expanded(String text, Map<String, String> values) {
        Matcher variable = VARIABLE.matcher(text);
        StringBuilder expanded = new StringBuilder();
        while (variable.find()) {
            String name = variable.group(1) == null ? variable.group(3) : variable.group(1);
            String value = values.getOrDefault(name, variable.group(2));
            variable.appendReplacement(
                    expanded, Matcher.quoteReplacement(value == null ? variable.group() : value));
        }
        return variable.appendTail(expanded).toString();
    }

    /** Takes {@code NAME=value NAME="value"} or {@code NAME value} over. */
    static void assign(String text, Map<String, String> values) {
        Matcher pair =
                Pattern.compile("([A-Za-z_]\\w*)=(\"(?:\\\\.|[^\"])*\"|'[^']*'|\\S*)")
                        .matcher(text);
        boolean any = false;
        while (pair.find()) {
            any = true;
            String value = pair.group(2).replaceAll("^([\"'])(.*)\\1$", "$2");
            values.put(pair.group(1), expanded(value, values));
        }
        String[] words = text.strip().split("\\s+", 2);
        if (!any && words.length == 2) {
            values.put(words[0], expanded(words[1], values));
        }
    }
}
