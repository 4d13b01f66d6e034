package io.github.fullstackmaven.detect.evidence;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlElement;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlKeyValue;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/**
 * A table of a manifest that somebody wrote: asking for a value of another type than it has gives
 * nothing, where the library would throw.
 *
 * @param table the table as it was parsed
 */
record LenientTable(TomlTable table) implements TomlTable {
    @Override
    public Object get(List<String> key) {
        TomlKeyValue entry = entry(key);
        Object value = entry == null ? null : entry.value().get();
        return value instanceof TomlTable below ? new LenientTable(below) : value;
    }

    @Override
    public TomlKeyValue entry(List<String> key) {
        try {
            return table.entry(key);
        } catch (TomlInvalidTypeException notTable) {
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
}
