package io.github.fullstackmaven.host;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Variables that Java cannot hand on as they are: it writes them in the locale's charset, and where
 * that is ASCII, as on many build machines, each other character becomes a question mark. They go
 * in plain letters to a shell, which puts them right and is then replaced by the program.
 */
final class EncodedEnvironment {
    private static final String NAMES = "FULLSTACK_ENCODED";
    private static final String DECODE =
            "for fullstack_name in $FULLSTACK_ENCODED; do"
                    + " eval \"fullstack_value=\\$$fullstack_name\";"
                    // The full stop keeps line ends at the end of the value.
                    + " fullstack_value=$(printf '%b.' \"$fullstack_value\");"
                    + " eval \"export $fullstack_name=\\${fullstack_value%.}\";"
                    + " done;"
                    + " unset FULLSTACK_ENCODED fullstack_name fullstack_value;"
                    + " exec \"$@\"";

    private EncodedEnvironment() {}

    /** Returns the charset that Java writes variables in. */
    static Charset ofJava() {
        return Charset.forName(
                System.getProperty("sun.jnu.encoding", StandardCharsets.UTF_8.name()));
    }

    /** Returns a command whose program finds its variables byte for byte. */
    static Command of(Command command, Charset charset) {
        Map<String, String> encoded = new TreeMap<>();
        command.environment()
                .forEach(
                        (name, value) -> {
                            if (!charset.newEncoder().canEncode(value)) {
                                encoded.put(name, octal(value));
                            }
                        });
        if (encoded.isEmpty()) {
            return command;
        }
        List<String> argv = new ArrayList<>(List.of("/bin/sh", "-c", DECODE, "sh"));
        argv.addAll(command.argv());
        Map<String, String> environment = new HashMap<>(command.environment());
        environment.putAll(encoded);
        environment.put(NAMES, String.join(" ", encoded.keySet()));
        return new Command(
                argv, command.directory(), environment, command.input(), command.limit());
    }

    private static String octal(String value) {
        StringBuilder text = new StringBuilder();
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            text.append(String.format("\\0%03o", b & 0xff));
        }
        return text.toString();
    }
}
