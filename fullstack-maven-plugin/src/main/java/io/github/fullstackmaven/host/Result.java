package io.github.fullstackmaven.host;

/**
 * How a command ended.
 *
 * @param exit its exit code; 124 when it took too long or could not be heard out, 127 when the
 *     program is not there
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
public record Result(int exit, String out, String err) {
    /** The exit code of a command that took too long. */
    public static final int TIMED_OUT = 124;

    /** The exit code of a program that is not there. */
    public static final int NOT_FOUND = 127;

    /** Returns true when the command ended with 0. */
    public boolean ok() {
        return exit == 0;
    }

    /** Returns the last line that says something, of standard error or else of standard output. */
    public String lastLine() {
        String text = err.isBlank() ? out : err;
        String[] lines = text.strip().split("\\R");
        return lines[lines.length - 1].strip();
    }
}
