package io.github.fullstackmaven.stages;

import java.util.List;
import java.util.Optional;

/** A program in an image that asks how the process in it is. */
sealed interface Probe {
    /** Asks with what the image has anyway. */
    static Probe python() {
        return new Python();
    }

    /** Asks with a busybox. */
    static Probe busybox(String program) {
        return new Busybox(program);
    }

    /** Returns the command that asks at a port of this container. */
    default List<String> of(int port, Optional<String> path) {
        return path.map(asked -> answers(port, asked)).orElseGet(() -> listens(port));
    }

    /** Returns the command that succeeds when the path is answered well. */
    List<String> answers(int port, String path);

    /** Returns the command that succeeds when something listens at the port. */
    List<String> listens(int port);

    /** What Python brings. */
    record Python() implements Probe {
        @Override
        public List<String> answers(int port, String path) {
            return List.of(
                    "python3",
                    "-c",
                    "import http.client, sys; "
                            + "c = http.client.HTTPConnection(*sys.argv[1:3], timeout=4); "
                            + "c.request('GET', sys.argv[3]); "
                            + "sys.exit(c.getresponse().status >= 400)",
                    "127.0.0.1",
                    String.valueOf(port),
                    path);
        }

        @Override
        public List<String> listens(int port) {
            return List.of(
                    "python3",
                    "-c",
                    "import socket, sys; socket.create_connection(sys.argv[1:3], timeout=4)",
                    "127.0.0.1",
                    String.valueOf(port));
        }
    }

    /**
     * What every busybox brings: Debian's has no {@code nc -z}, so that the kernel's lists of
     * sockets are asked for one that listens (state {@code 0A}).
     *
     * @param program the busybox
     */
    record Busybox(String program) implements Probe {
        @Override
        public List<String> answers(int port, String path) {
            return List.of(
                    program, "wget", "-q", "-O", "/dev/null", "http://127.0.0.1:" + port + path);
        }

        @Override
        public List<String> listens(int port) {
            return List.of(
                    program,
                    "grep",
                    "-q",
                    "-E",
                    String.format(":%04X [0-9A-F]+:0000 0A ", port),
                    "/proc/net/tcp",
                    "/proc/net/tcp6");
        }
    }
}
