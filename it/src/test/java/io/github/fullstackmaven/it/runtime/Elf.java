package io.github.fullstackmaven.it.runtime;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a 64-bit program for Linux needs to be loaded.
 *
 * @param interpreter the dynamic loader that it names; a static program names none
 */
record Elf(Optional<String> interpreter) {
    private static final int PT_INTERP = 3;

    static Elf of(byte[] program) {
        ByteBuffer bytes = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.getInt(0) != 0x464c457f) {
            throw new IllegalArgumentException("no ELF program");
        }
        long table = bytes.getLong(32);
        int size = bytes.getShort(54);
        int count = bytes.getShort(56);
        for (int i = 0; i < count; i++) {
            int header = (int) table + i * size;
            if (bytes.getInt(header) == PT_INTERP) {
                int offset = (int) bytes.getLong(header + 8);
                int length = (int) bytes.getLong(header + 32);
                return new Elf(
                        Optional.of(
                                new String(
                                        program, offset, length - 1, StandardCharsets.US_ASCII)));
            }
        }
        return new Elf(Optional.empty());
    }
}
