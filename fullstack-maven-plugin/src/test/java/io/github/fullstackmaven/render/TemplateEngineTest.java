package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.FullstackException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateEngineTest {

    @Test
    void aTemplateOfTheRepositoryWins() {
        TemplateSet own = new TemplateSet(Map.of("supervisor.conf.vm", "PORT=$port\r\n"));

        String text = new TemplateEngine(own).fill("supervisor.conf.vm", Map.of("port", 1));

        assertThat(text).isEqualTo("PORT=1\n");
    }

    @Test
    void aFileWithoutVmIsCopiedAsItIs() {
        TemplateSet own = new TemplateSet(Map.of("mime.types", "types { $x; }\n"));

        assertThat(new Renderer(own).render(Applications.plain(), RenderOptions.DEFAULT))
                .contains(Artefact.file("context/mime.types", "types { $x; }\n"));
    }

    @Test
    void aTemplateThatDoesNotParseIsNamedWithLineAndColumn() {
        failure("a\n#if($port\nb\n")
                .hasMessageStartingWith("FS-TEMPLATE-001 src/fullstack/templates/nginx.conf.vm:")
                .hasMessageMatching("(?s).*nginx\\.conf\\.vm:\\d+:\\d+: .*");
    }

    @Test
    void anUnknownNameIsAnErrorAndNotCopied() {
        failure("a\n listen $prot;\n")
                .hasMessageStartingWith("FS-TEMPLATE-002")
                .hasMessageContaining("nginx.conf.vm:2:")
                .hasMessageContaining("$prot");
    }

    @Test
    void aToolThatIsNotThereIsAnErrorWithItsPlace() {
        failure("a\nb $nginx.escape($maxBody)\n")
                .hasMessageStartingWith("FS-TEMPLATE-002")
                .hasMessageContaining("nginx.conf.vm:2:");
    }

    @Test
    void aValueThatWasNotEscapedIsNotInserted() {
        failure("size $maxBody;\n")
                .hasMessageStartingWith("FS-TEMPLATE-003")
                .hasMessageContaining("$maxBody");
    }

    @Test
    void aTemplateReachesNoClasses() {
        failure("$nginx.class.forName(\"java.lang.Runtime\")\n")
                .hasMessageStartingWith("FS-TEMPLATE-002");
    }

    private static org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> failure(
            String template) {
        TemplateSet own = new TemplateSet(Map.of("nginx.conf.vm", template));
        return assertThatThrownBy(
                        () -> new Renderer(own).render(Applications.plain(), RenderOptions.DEFAULT))
                .isInstanceOf(FullstackException.class)
                .hasMessageNotContaining("\n");
    }
}
