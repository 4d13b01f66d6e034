package io.github.fullstackmaven.stages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program in an image that asks how the process in it is.
 *
 * @param path what it takes to ask for a path; the port and the path follow
 * @param port what it takes to try a port; the port follows
 * @param form how the address of a path is written
 */
record Probe(List<String> path, List<String> port, Form form) {
    private static final String HERE = "127.0.0.1";

    /** Asks with what the image has anyway. */
    static final Probe PYTHON =
            new Probe(
                    List.of(
                            "python3",
                            "-c",
                            "import http.client, sys; "
                                    + "c = http.client.HTTPConnection(*sys.argv[1:3], timeout=4); "
                                    + "c.request('GET', sys.argv[3]); "
                                    + "sys.exit(c.getresponse().status >= 400)"),
                    List.of(
                            "python3",
                            "-c",
                            "import socket, sys; "
                                    + "socket.create_connection(sys.argv[1:3], timeout=4)"),
                    Form.WORDS);

    /** How an address is written: as one URL, or as host, port and path. */
    enum Form {
        URL,
        WORDS
    }

    /** Asks with a busybox. */
    static Probe busybox(String program) {
        return new Probe(
                List.of(program, "wget", "-q", "-O", "/dev/null"),
                List.of(program, "nc", "-z"),
                Form.URL);
    }

    /** Returns the command that asks at a port of this container. */
    List<String> of(int number, Optional<String> asked) {
        String digits = String.valueOf(number);
        List<String> argv = new ArrayList<>(asked.isPresent() ? path : port);
        if (asked.isPresent() && form == Form.URL) {
            argv.add("http://" + HERE + ":" + digits + asked.get());
        } else {
            argv.addAll(List.of(HERE, digits));
            asked.ifPresent(argv::add);
        }
        return List.copyOf(argv);
    }
}
