package io.github.fullstackmaven.check;

import io.github.fullstackmaven.model.Finding;
import java.util.List;
import java.util.Optional;

/** The pages as they were built. */
public interface BuiltPages {
    /** Returns every text file that could be read, sorted by path. */
    List<Page> pages();

    /** Returns a source map beside them; empty when there is none, or it is too large. */
    Optional<String> map(String path);

    /** Returns what is to be said of files that could not be looked at. */
    List<Finding> unread();
}
