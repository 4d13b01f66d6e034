package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.report.Console;
import org.apache.maven.plugin.logging.Log;

/**
 * Lines go to Maven's log, so that {@code -q} and {@code -X} mean here what they mean everywhere.
 */
record MavenConsole(Log log) implements Console {
    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void debug(String line) {
        log.debug(line);
    }
}
