package io.github.fullstackmaven.model;

import java.util.List;

/**
 * Ends a goal with findings that a user can act on. Who is at fault decides what Maven is told: the
 * user's project, or the machine and this tool.
 */
public final class FullstackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Who has to act. */
    public enum Fault {
        /** The user's project or settings. */
        PROJECT,
        /** The machine, an engine, the network or this tool. */
        MACHINE
    }

    private final Fault fault;
    private final transient List<Finding> findings;

    private FullstackException(Fault fault, List<Finding> findings, Throwable cause) {
        super(
                String.join(
                        System.lineSeparator(), findings.stream().map(Finding::toString).toList()),
                cause);
        this.fault = fault;
        this.findings = List.copyOf(findings);
    }

    /** The project is at fault. */
    public static FullstackException project(Finding finding) {
        return new FullstackException(Fault.PROJECT, List.of(finding), null);
    }

    /** The project is at fault, in several places. */
    public static FullstackException project(List<Finding> findings) {
        return new FullstackException(Fault.PROJECT, findings, null);
    }

    /** The machine or this tool is at fault. */
    public static FullstackException machine(Finding finding) {
        return new FullstackException(Fault.MACHINE, List.of(finding), null);
    }

    /** The machine or this tool is at fault; the cause is shown with {@code -e}. */
    public static FullstackException machine(Finding finding, Throwable cause) {
        return new FullstackException(Fault.MACHINE, List.of(finding), cause);
    }

    /** Returns who has to act. */
    public Fault fault() {
        return fault;
    }

    /** Returns what is wrong; never empty. */
    public List<Finding> findings() {
        return findings == null ? List.of() : findings;
    }
}
