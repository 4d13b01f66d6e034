package io.github.fullstackmaven.it.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Visitors for a program that is no test: they come until standard input ends. */
public final class LoadRun {
    private static final int KEEP_ALIVE = 6;
    private static final int NEW_CONNECTION = 2;

    private LoadRun() {}

    /**
     * Arguments: host name, port of this machine, path, JSON. Prints a line when they come, and at
     * the end how many requests were sent and how many of them got no 200.
     */
    public static void main(String[] arguments) throws IOException {
        LoadClient load =
                LoadClient.start(
                        arguments[0],
                        new InetSocketAddress(
                                InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[1])),
                        arguments[2],
                        arguments[3],
                        KEEP_ALIVE,
                        NEW_CONNECTION);
        System.out.println("started");
        while (System.in.read() >= 0) {
            // Until it ends.
        }
        LoadClient.Report report = load.stop();
        System.out.println((report.answered() + report.lost()) + " " + report.lost());
        System.err.println(report);
    }
}
