package io.github.fullstackmaven.detect.rust;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Writes a manifest: keys sorted, values first, so that the same content gives the same bytes. */
final class TomlWriter {
    private final StringBuilder out = new StringBuilder();

    private TomlWriter() {}

    /** Returns a table as a TOML document. Values are texts, numbers, booleans, lists, maps. */
    static String write(Map<String, Object> document) {
        TomlWriter writer = new TomlWriter();
        writer.table(List.of(), document);
        return writer.out.toString();
    }

    /** Returns a parsed table as a map that can be changed and written. */
    static Map<String, Object> copy(TomlTable table) {
        Map<String, Object> map = new TreeMap<>();
        for (String key : table.keySet()) {
            map.put(key, copyOf(table.get(List.of(key))));
        }
        return map;
    }

    private static Object copyOf(Object value) {
        if (value instanceof TomlTable table) {
            return copy(table);
        }
        if (value instanceof TomlArray array) {
            List<Object> list = new ArrayList<>();
            for (int i = 0; i < array.size(); i++) {
                list.add(copyOf(array.get(i)));
            }
            return list;
        }
        return value;
    }

    private void table(List<String> path, Map<?, ?> table) {
        for (Map.Entry<?, ?> entry : new TreeMap<>(table).entrySet()) {
            if (isValue(entry.getValue())) {
                out.append(key(entry.getKey())).append(" = ").append(inline(entry.getValue()));
                out.append('\n');
            }
        }
        for (Map.Entry<?, ?> entry : new TreeMap<>(table).entrySet()) {
            List<String> below = new ArrayList<>(path);
            below.add(String.valueOf(entry.getKey()));
            if (entry.getValue() instanceof Map<?, ?> child) {
                if (child.isEmpty() || child.values().stream().anyMatch(TomlWriter::isValue)) {
                    header("[", below, "]");
                }
                table(below, child);
            } else if (isTables(entry.getValue()) && entry.getValue() instanceof List<?> children) {
                for (Object child : children) {
                    header("[[", below, "]]");
                    table(below, (Map<?, ?>) child);
                }
            }
        }
    }

    private void header(String open, List<String> path, String close) {
        if (out.length() > 0) {
            out.append('\n');
        }
        out.append(open).append(String.join(".", path.stream().map(TomlWriter::key).toList()));
        out.append(close).append('\n');
    }

    private static boolean isValue(Object value) {
        return !isTable(value) && !isTables(value);
    }

    private static boolean isTable(Object value) {
        return value instanceof Map<?, ?>;
    }

    private static boolean isTables(Object value) {
        return value instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(TomlWriter::isTable);
    }

    private static String inline(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> pairs = new ArrayList<>();
            new TreeMap<>(map).forEach((k, v) -> pairs.add(key(k) + " = " + inline(v)));
            return "{ " + String.join(", ", pairs) + " }";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(", ", list.stream().map(TomlWriter::inline).toList()) + "]";
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    private static String key(Object name) {
        String text = String.valueOf(name);
        return text.matches("[A-Za-z0-9_-]+") ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
