package io.github.fullstackmaven.detect.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.tomlj.TomlArray;
import org.tomlj.TomlElement;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlKeyValue;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a manifest that somebody wrote: asking for a value of another type than it has gives
 * nothing, where the library would throw, and asking for a key of what is no table is reported.
 *
 * @param table the table as it was parsed
 * @param path where it stands in the file
 * @param notTables is told the path of a value that should be a table
 */
record LenientTable(TomlTable table, List<String> path, Consumer<List<String>> notTables)
        implements TomlTable {
    LenientTable {
        path = List.copyOf(path);
    }

    @Override
    public Object get(List<String> key) {
        TomlKeyValue entry = entry(key);
        Object value = entry == null ? null : entry.value();
        return value instanceof TomlTable below ? below(key, below) : value;
    }

    @Override
    public TomlKeyValue entry(List<String> key) {
        try {
            return table.entry(key);
        } catch (TomlInvalidTypeException notTable) {
            notTables.accept(path(key.subList(0, key.size() - 1)));
            return null;
        }
    }

    @Override
    public String getString(List<String> key) {
        return get(key) instanceof String text ? text : null;
    }

    @Override
    public Long getLong(List<String> key) {
        return get(key) instanceof Long number ? number : null;
    }

    @Override
    public Boolean getBoolean(List<String> key) {
        return get(key) instanceof Boolean flag ? flag : null;
    }

    @Override
    public TomlArray getArray(List<String> key) {
        return get(key) instanceof TomlArray array ? array : null;
    }

    @Override
    public TomlTable getTable(List<String> key) {
        return get(key) instanceof TomlTable below ? below : null;
    }

    @Override
    public TomlPosition inputPositionOf(List<String> key) {
        return entry(key) == null ? null : table.inputPositionOf(key);
    }

    @Override
    public int size() {
        return table.size();
    }

    @Override
    public boolean isEmpty() {
        return table.isEmpty();
    }

    @Override
    public Set<String> keySet() {
        return table.keySet();
    }

    @Override
    public Set<List<String>> keyPathSet(boolean includeTables) {
        return table.keyPathSet(includeTables);
    }

    @Override
    public Set<Map.Entry<String, Object>> entrySet() {
        return table.entrySet();
    }

    @Override
    public Set<Map.Entry<List<String>, Object>> entryPathSet(boolean includeTables) {
        return table.entryPathSet(includeTables);
    }

    @Override
    public List<TomlElement> elements() {
        return table.elements();
    }

    @Override
    public Map<String, Object> toMap() {
        return table.toMap();
    }

    private LenientTable below(List<String> key, TomlTable value) {
        return new LenientTable(value, path(key), notTables);
    }

    private List<String> path(List<String> key) {
        List<String> whole = new ArrayList<>(path);
        whole.addAll(key);
        return whole;
    }
}
