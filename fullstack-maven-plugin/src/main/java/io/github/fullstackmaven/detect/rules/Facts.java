package io.github.fullstackmaven.detect.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a rule may ask about a directory. Every answer is the file that gives it. */
public interface Facts {
    /** Returns the directory. */
    String directory();

    /** Returns the path of a file of the directory. */
    Optional<String> file(String name);

    /** Returns the path of a directory below. */
    Optional<String> directory(String name);

    /** Returns the manifest that declares a dependency. */
    Optional<String> dependency(String name);

    /** Returns the manifest whose value at a dotted key contains a text. */
    Optional<String> key(String key, String contains);

    /** Returns the path of a file of the directory in which a pattern is found. */
    Optional<String> text(String name, Pattern pattern);
}
