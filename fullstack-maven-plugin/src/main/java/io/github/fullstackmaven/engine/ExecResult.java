package io.github.fullstackmaven.engine;

import io.github.fullstackmaven.host.Result;

/**
 * How a program in a container ended.
 *
 * @param exit its exit code; 124 when it took too long, 130 when this process was interrupted
 * @param out what it wrote to standard output, without blanks around it
 * @param err what it wrote to standard error, without blanks around it
 */
public record ExecResult(int exit, String out, String err) {
    public ExecResult {
        out = out.strip();
        err = err.strip();
    }

    /** Returns true when the program ended with 0. */
    public boolean ok() {
        return exit == 0;
    }

    /** Returns true when it took longer than it may. */
    public boolean timedOut() {
        return exit == Result.TIMED_OUT && err.contains("took longer than");
    }

    /** Returns what it complained of, in one line. */
    public String complaint() {
        String text = err.isEmpty() ? out : err;
        String line = text.substring(text.lastIndexOf('\n') + 1).strip();
        return line.isEmpty() ? "exit code " + exit : line;
    }
}
