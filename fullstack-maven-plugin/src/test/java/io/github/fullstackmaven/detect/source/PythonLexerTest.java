package io.github.fullstackmaven.detect.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PythonLexerTest {
    private static List<PythonLine> lines(String text) {
        return PythonLexer.lines(text);
    }

    @Test
    void aLineGoesOnInsideBracketsAndAfterABackslash() {
        List<PythonLine> lines = lines("a = f(1,\n  2)\nb = 3 + \\\n 4\nc");
        assertThat(lines).extracting(PythonLine::line).containsExactly(1, 3, 5);
    }

    @Test
    void whatBelongsToAFunctionOrClassIsNested() {
        List<PythonLine> lines =
                lines(
                        "if x:\n  a = 1\nasync def f():\n  if y:\n    b = 2\nclass C:\n\tc = 3\nd = 4\n");
        assertThat(lines)
                .extracting(PythonLine::nested)
                .containsExactly(false, false, false, true, true, false, true, false);
    }

    @Test
    void stringsAreOneTokenWhateverIsInThem() {
        List<PythonLine> lines =
                lines("'''\ndef x(:\n'''\ns = rb'a\\'b' # not 'a string\nt = f\"{x}\" + u'é'");
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1).tokens()).hasSize(3).last().matches(Token::isString);
        assertThat(lines.get(2).tokens().get(2).kind()).isEqualTo(Token.Kind.PATTERN);
    }

    @Test
    void anUnfinishedTextComesToAnEnd() {
        for (String text : List.of("'''", "f(", "'abc", "\\", "def", "a = [", "x\\")) {
            assertThat(lines(text)).hasSizeLessThan(3);
        }
    }
}
