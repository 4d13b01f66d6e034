package io.github.fullstackmaven.it.faults;

import io.github.fullstackmaven.it.lab.LabEngine;
import io.github.fullstackmaven.it.load.LoadClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of faults: a line for each that a test has made happen, with what was counted
 * meanwhile. {@code it/faults/table} prints it.
 */
public final class FaultTable {
    private FaultTable() {}

    /**
     * What came of a fault.
     *
     * @param row the row's name in the table, {@code K1}
     * @param fault what happened
     * @param times how often
     * @param requests how many requests were sent meanwhile
     * @param lost how many of them did not get a 200
     * @param outcome what came of it
     * @param leftOver what was found that does not belong to the live release
     */
    public record Row(
            String row,
            String fault,
            int times,
            long requests,
            long lost,
            String outcome,
            List<String> leftOver) {
        public Row {
            leftOver = List.copyOf(leftOver);
        }

        /** A row with what clients counted. */
        public static Row of(
                String row,
                String fault,
                int times,
                LoadClient.Report report,
                String outcome,
                List<String> leftOver) {
            return new Row(
                    row,
                    fault,
                    times,
                    report.answered() + report.lost(),
                    report.lost(),
                    outcome,
                    leftOver);
        }
    }

    /** Adds a line; one of an earlier run stays where it is, and the table shows the last. */
    public static void add(LabEngine engine, Row row) {
        String line =
                Stream.of(
                                row.row(),
                                row.fault(),
                                engine.name(),
                                String.valueOf(row.times()),
                                String.valueOf(row.requests()),
                                String.valueOf(row.lost()),
                                row.outcome(),
                                row.leftOver().isEmpty()
                                        ? "nothing"
                                        : String.join(", ", row.leftOver()))
                        .map(word -> word.replaceAll("[\t\n]", " "))
                        .collect(Collectors.joining("\t"));
        System.out.println(line.replace("\t", " | "));
        Path file = Path.of(System.getProperty("it.reports", "target"), "faults.tsv");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
