package io.github.fullstackmaven.mojo;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what Maven injected: every parameter that a user sets is a field of type text, so that one
 * place parses and complains.
 */
final class ParameterFields {
    private ParameterFields() {}

    /** Returns the names and values of all text fields that have a value. */
    static Map<String, String> of(FullstackMojo mojo) {
        Map<String, String> values = new HashMap<>();
        for (Class<?> type = mojo.getClass();
                type != FullstackMojo.class.getSuperclass();
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getType() == String.class && !field.isSynthetic()) {
                    String value = read(field, mojo);
                    if (value != null) {
                        values.put(field.getName(), value);
                    }
                }
            }
        }
        return values;
    }

    private static String read(Field field, FullstackMojo mojo) {
        try {
            field.setAccessible(true);
            return (String) field.get(mojo);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("a field of our own cannot be closed to us", e);
        }
    }
}
