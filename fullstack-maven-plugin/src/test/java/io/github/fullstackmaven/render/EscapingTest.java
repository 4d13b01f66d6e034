package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.stages.ShellCommand;
import io.github.fullstackmaven.stages.Step;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** No value can change the structure of the file that it stands in. */
class EscapingTest {
    private final DockerfileText docker = new DockerfileText();
    private final NginxText nginx = new NginxText();
    private final YamlText yaml = new YamlText();
    private final ShellText shell = new ShellText();
    private final XmlText xml = new XmlText();
    private final IgnoreText ignore = new IgnoreText();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "two words",
                "it's",
                "\"",
                "\\",
                "$HOME",
                "${x}",
                "$(id)",
                "`id`",
                "#",
                ";",
                "}",
                "a: b",
                "- a",
                "%s",
                "tab\there",
                "line\nbreak",
                "\r",
                "\u0000",
                "\u0085",
                "\u2028",
                "\ufeff",
                "é",
                "\ud83d\ude80",
                "!!int 1",
                "*a",
                "&a",
                "~",
                "no"
            })
    void aYamlScalarComesBackAsItWas(String value) {
        String key = yaml.key(value).toString();

        assertThat(key).doesNotContain("\n");
        assertThat(parse("k: " + key)).isEqualTo(value);
        assertThat(parse("k: " + yaml.value(value)).replace("$$", "$")).isEqualTo(value);
    }

    @Test
    void composeDoesNotTakeADollarForAVariable() {
        assertThat(yaml.value("$HOME ${x}").toString()).isEqualTo("\"$$HOME $${x}\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "it's", "'", "''", "$(id)", "a b", "\\", "#", "x; y", "`id`", "-n"})
    void aShellWordIsOneWord(String value) {
        assertThat(unquote(shell.word(value).toString())).isEqualTo(value);
    }

    @Test
    void aPlainShellWordIsNotQuoted() {
        assertThat(shell.word("target/x86_64/release/app"))
                .hasToString("target/x86_64/release/app");
    }

    @Test
    void anArgumentIsNotTakenForAPlaceOfTheCommand() {
        assertThat(docker.shell(ShellCommand.shell("cp %s %s", "%s", "b c")))
                .hasToString("cp '%s' 'b c'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nRUN id", "a\rb", "a\u0000b", "\u001b[31m"})
    void aDockerfileHasNoControlCharacters(String value) {
        refused(() -> docker.quoted(value));
        refused(() -> docker.word(value));
        refused(() -> docker.comment(value));
        refused(() -> docker.shell(ShellCommand.shell("echo %s", value)));
        refused(() -> docker.paths(Step.Copy.of(List.of(value), "./")));
    }

    @Test
    void aDockerfileValueIsNeitherExpandedNorEnded() {
        assertThat(docker.quoted("a \"b\" $c ${d} \\"))
                .hasToString("\"a \\\"b\\\" \\$c \\${d} \\\\\"");
        assertThat(docker.word("/a b$c")).hasToString("\"/a b\\$c\"");
        assertThat(docker.word("/a/b")).hasToString("/a/b");
    }

    @Test
    void aPathWithSpacesIsOnePath() {
        assertThat(docker.paths(Step.Copy.of(List.of("a b/$c"), "./")))
                .hasToString("[\"a b/\\\\$c\", \"./\"]");
        assertThat(docker.paths(Step.Copy.of(List.of("it's"), "./")))
                .hasToString("[\"it\\\\'s\", \"./\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "a?", "[id]", "a]"})
    void aPathIsNoPattern(String path) {
        refused(() -> docker.paths(Step.Copy.of(List.of(path), "./")));
        refused(() -> ignore.path(path));
    }

    @Test
    void anOptionalPathMatchesItselfOrNothing() {
        assertThat(
                        docker.paths(
                                Step.Copy.of(List.of("a"), "./")
                                        .andIfThere(List.of("b/Cargo.lock"))))
                .hasToString("a [b]/Cargo.loc[k] ./");
    }

    @Test
    void aProjectsCommandIsPassedOnAsItIsOnOneLine() {
        assertThat(docker.projectCommand("echo \"$A\" 'b' \\\n # <<EOF"))
                .hasToString("[\"/bin/sh\", \"-c\", \"echo \\\"$A\\\" 'b' \\\\\\u000a # <<EOF\"]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a AS b", "a\nRUN id", "$x", "", "-x", "a#b"})
    void aBaseImageIsANameAndNothingElse(String name) {
        refused(() -> docker.image(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A=B", "A B", "", "A\n", "$A", "1A"})
    void aVariableIsANameAndNothingElse(String name) {
        refused(() -> docker.name(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"$host", "a\nb", "\u0000", "${x}"})
    void whatNginxCannotEscapeIsRefused(String value) {
        refused(() -> nginx.quoted(value));
        refused(() -> nginx.path("/" + value));
    }

    @Test
    void anNginxStringEndsWhereItShould() {
        assertThat(nginx.quoted("a\"; } # \\")).hasToString("\"a\\\"; } # \\\\\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a b", "/a\"", "/a{", "/a}", "a", "", "/a\\", "/a#", "/a?b"})
    void whatIsNoPathIsRefused(String path) {
        refused(() -> nginx.path(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"!a", "# a", "a\n!secret", " a", "a\\", "a*"})
    void aLineOfTheIgnoreListMeansAPath(String path) {
        refused(() -> ignore.path(path));
    }

    @Test
    void aRefusalShowsTheValueOnOneLine() {
        assertThatThrownBy(() -> docker.quoted("a\nb"))
                .isInstanceOf(FullstackException.class)
                .hasMessageStartingWith("FS-RENDER-001 \"a\\u000ab\" cannot be a value")
                .hasMessageNotContaining("\n");
    }

    private static void refused(Runnable what) {
        assertThatThrownBy(what::run)
                .isInstanceOf(FullstackException.class)
                .hasMessageStartingWith("FS-RENDER-001");
    }

    private static String parse(String document) {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(document);
        return (String) ((java.util.Map<?, ?>) loaded).get("k");
    }

    /** What a POSIX shell makes of single quotes and of a backslash outside of them. */
    private static String unquote(String word) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (c == '\\' && !quoted) {
                i++;
                text.append(word.charAt(i));
            } else {
                assertThat(quoted || Character.isLetterOrDigit(c) || "-_./:@+".indexOf(c) >= 0)
                        .as("%s at %s of %s", c, i, word)
                        .isTrue();
                text.append(c);
            }
        }
        assertThat(quoted).isFalse();
        return text.toString();
    }

    @Test
    void aTextCannotLeaveItsElement() {
        assertThat(xml.text("</a> & ]]> \" '\r")).hasToString("&lt;/a&gt; &amp; ]]&gt; \" '&#13;");
        assertThatThrownBy(() -> xml.text("\u0000")).isInstanceOf(FullstackException.class);
        assertThatThrownBy(() -> xml.name("a><b")).isInstanceOf(FullstackException.class);
    }

    @Test
    void aCommentEndsWhereTheTemplateEndsIt() {
        assertThat(xml.comment("a-b --> <!-- ---")).hasToString("a-b - -> <!- - - - - ");
    }
}
