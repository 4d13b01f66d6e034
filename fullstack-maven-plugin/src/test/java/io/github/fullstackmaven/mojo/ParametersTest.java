package io.github.fullstackmaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.config.Element;
import java.util.List;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.junit.jupiter.api.Test;

/** What stands in a POM arrives where it is read, under the names of the manual. */
@MojoTest
class ParametersTest {
    private static final String FLAT = "src/test/resources/poms/flat.xml";
    private static final String NESTED = "src/test/resources/poms/nested.xml";

    @Test
    @InjectMojo(goal = "detect", pom = FLAT)
    void detectTakesTheFlatElements(DetectMojo mojo) {
        assertThat(ParameterFields.of(mojo))
                .containsEntry("monorepo", "elsewhere")
                .containsEntry("name", "shop")
                .containsEntry("env", "PRO")
                .containsEntry("domain", "shop.example")
                .containsEntry("httpPort", "9080")
                .containsEntry("httpsPort", "9443")
                .containsEntry("tlsCertificate", "cert.pem")
                .containsEntry("tlsKey", "key.pem")
                .containsEntry("frontendDir", "web")
                .containsEntry("backendDir", "api")
                .containsEntry("backendPort", "3000")
                .containsEntry("backendBuild", "make")
                .containsEntry("backendOutput", "out/api")
                .containsEntry("apiPrefix", "/api")
                .containsEntry("readyTimeout", "90s");
        assertThat(mojo.structured().volumes()).containsExactly("data:/data", "cache:/cache:ro");
    }

    @Test
    @InjectMojo(goal = "render", pom = NESTED)
    void renderTakesTheNestedElements(RenderMojo mojo) {
        assertThat(mojo.nested())
                .containsEntry("frontendDir", "web")
                .containsEntry("backendDir", "api")
                .containsEntry("backendPort", "3000")
                .containsEntry("backendHealth", "/health");
        assertThat(mojo.structured().baseImages())
                .isEqualTo(Map.of("rust", "mirror.example/rust:1"));
        assertThat(mojo.structured().allowedOrigins())
                .isEqualTo(Map.of("connect-src", List.of("https://maps.example")));
    }

    @Test
    @InjectMojo(goal = "deploy", pom = NESTED)
    @MojoParameter(name = "recreateAccessories", value = "db")
    void deployTakesAccessoriesAsTheyStandThere(DeployMojo mojo) {
        List<Element> accessories = mojo.structured().accessories();

        assertThat(ParameterFields.of(mojo)).containsEntry("recreateAccessories", "db");
        assertThat(accessories).extracting(Element::name).containsExactly("accessory");
        assertThat(accessories.get(0).children())
                .extracting(Element::name)
                .containsExactly("name", "image", "variables", "volume", "volume");
        assertThat(accessories.get(0).children().get(2).children())
                .containsExactly(Element.of("ODD", "a \"b\" '$c' &\n#;}"), Element.of("EMPTY", ""));
    }

    @Test
    @InjectMojo(goal = "build", pom = FLAT)
    @MojoParameter(name = "engine", value = "docker")
    @MojoParameter(name = "dryRun", value = "true")
    void buildTakesAnEngineAndADryRun(BuildMojo mojo) {
        assertThat(ParameterFields.of(mojo))
                .containsEntry("engine", "docker")
                .containsEntry("dryRun", "true");
    }

    @Test
    @InjectMojo(goal = "deploy", pom = FLAT)
    @MojoParameter(name = "engine", value = "docker")
    void deployTakesWhatDescribesTheApplication(DeployMojo mojo) {
        assertThat(ParameterFields.of(mojo))
                .containsEntry("engine", "docker")
                .containsEntry("domain", "shop.example");
    }

    @Test
    @InjectMojo(goal = "rollback", pom = FLAT)
    @MojoParameter(name = "release", value = "r3")
    void rollbackTakesAReleaseAndWhatFindsTheApplication(RollbackMojo mojo) {
        assertThat(ParameterFields.of(mojo))
                .containsEntry("release", "r3")
                .containsEntry("name", "shop")
                .containsEntry("httpPort", "9080")
                .containsEntry("readyTimeout", "90s");
    }

    @Test
    @InjectMojo(goal = "detect", pom = NESTED)
    void whatNobodySetHasNoValue(DetectMojo mojo) {
        assertThat(ParameterFields.of(mojo))
                .doesNotContainKeys("name", "domain", "httpPort", "skip");
    }
}
