package io.github.fullstackmaven.mojo;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.report.Console;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/**
 * Lines go to Maven's log, so that {@code -q} and {@code -X} mean here what they mean everywhere.
 *
 * @param log the log of the goal that runs
 * @param said the findings that goals of this build have said; lives as long as the build
 */
record MavenConsole(Log log, Map<Object, Object> said) implements Console {
    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void finding(Finding finding) {
        if (said.putIfAbsent(finding, true) != null) {
            return;
        }
        if (finding.severity() == Severity.INFO) {
            log.info(finding.toString());
        } else {
            log.warn(finding.toString());
        }
    }

    @Override
    public void debug(String line) {
        log.debug(line);
    }
}
