package io.github.fullstackmaven.detect.rust;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;

class TomlWriterTest {
    @Test
    void whatIsWrittenReadsTheSame() {
        String text =
                """
                "odd key" = 'quote " backslash \\ and ]'
                list = ["a", 1, true, {x = "y"}]
                [target.'cfg(target_os = "linux")'.dependencies]
                a = { version = "1", features = ["b#c", "line\\nbreak"] }
                [[bin]]
                name = "one"
                [[bin]]
                name = "two"
                [empty]
                """;
        Map<String, Object> read = TomlWriter.copy(Toml.parse(text));
        TomlParseResult again = Toml.parse(TomlWriter.write(read));
        assertThat(again.errors()).isEmpty();
        assertThat(TomlWriter.copy(again)).isEqualTo(read);
        assertThat(TomlWriter.write(TomlWriter.copy(again))).isEqualTo(TomlWriter.write(read));
    }
}
