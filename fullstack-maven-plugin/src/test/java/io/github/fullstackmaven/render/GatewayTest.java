package io.github.fullstackmaven.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatewayTest {

    @Test
    void theHealthBelowThePrefixGoesToTheBackEndsHealthOutsideOfIt() {
        assertThat(nginx(Applications.plain()))
                .contains(
                        "location = \"/api/health\" {\n            proxy_pass \"http://backend/health\";");
    }

    @Test
    void aHealthPathBelowThePrefixNeedsNoLocationOfItsOwn() {
        Application application = Applications.withHealth(Applications.plain(), "/api/v1/health");

        assertThat(nginx(application))
                .doesNotContain("location = \"/api/health\"")
                .contains("proxy_pass \"http://backend/api/v1/health\";");
    }

    @Test
    void aPrefixThatIsTakenOffIsReplaced() {
        Application application = withApi("/rpc", true);

        assertThat(nginx(application))
                .contains("location ^~ \"/rpc/\" {\n            proxy_pass \"http://backend/\";")
                .doesNotContain("location = \"/rpc/health\"");
    }

    @Test
    void aPrefixThatStaysIsPassedOnAsItWasWritten() {
        assertThat(nginx(Applications.plain()))
                .contains("location ^~ \"/api/\" {\n            proxy_pass \"http://backend\";");
    }

    @Test
    void thePrefixByItselfIsAskedOfTheBackEndToo() {
        assertThat(nginx(Applications.plain()))
                .contains("location = \"/api\" {\n            proxy_pass \"http://backend\";");
        assertThat(nginx(withApi("/rpc", true)))
                .contains("location = \"/rpc\" {\n            proxy_pass \"http://backend/\";");
    }

    @Test
    void anAddressThatIsNowhereGetsThePageThatAGeneratorMakesForIt() {
        assertThat(nginx(Applications.plain())).doesNotContain("404.html");
        assertThat(nginx(Applications.ofPages("docusaurus")))
                .contains("error_page 404 /404.html;")
                .contains("if (-f $document_root/404.html) {\n                return 404;");
    }

    @Test
    void everyLocationThatAddsAHeaderIsTheBackEndsOwn() {
        // In nginx one add_header takes away all that would be inherited.
        for (List<String> block : locations(nginx(Applications.plain()))) {
            if (block.stream().anyMatch(line -> line.startsWith("add_header"))) {
                assertThat(block.get(0)).containsAnyOf("/api", "@backend_");
            }
        }
    }

    @Test
    void aServerRenderedFrontEndAnswersWhatNoRouteNames() {
        assertThat(nginx(Applications.serverRendered()))
                .contains("location / {\n            proxy_pass \"http://frontend\";")
                .doesNotContain("try_files");
    }

    @Test
    void aUnitIsReadyWhenEveryProcessSaysSo() {
        assertThat(nginx(Applications.several()))
                .contains("auth_request /readyz/stock;")
                .contains("location = /readyz/stock {\n            internal;")
                .contains("proxy_pass \"http://stock/stock/health\";");
    }

    @Test
    void thereIsNoLimitUnlessAskedFor() {
        assertThat(nginx(Applications.plain())).doesNotContain("limit_req");
        assertThat(nginx(Applications.rich()))
                .contains("rate=50r/s;")
                // nginx has one space of names for these and the services' own.
                .contains("limit_req zone=requests_of_clients burst=100 nodelay;");
    }

    @Test
    void theGatewayLeavesThePortOfTheBackEndAlone() {
        assertThat(nginx(Applications.rich()))
                .contains("listen 8081 default_server;")
                .contains("server 127.0.0.1:8080 max_fails=0;");
    }

    @Test
    void nothingNewerThanNginx122IsUsed() {
        assertThat(nginx(Applications.rich()))
                .doesNotContain(
                        "add_header_inherit", "keepalive_min_timeout", "resolve", "http2 on");
    }

    @Test
    void aPrefixThatWouldBeConfigurationIsRefused() {
        assertThatThrownBy(() -> nginx(withApi("/a\" { } location \"/b", false)))
                .isInstanceOf(FullstackException.class)
                .hasMessageStartingWith("FS-RENDER-001");
        assertThatThrownBy(() -> nginx(withApi("/$uri", false)))
                .isInstanceOf(FullstackException.class);
    }

    @Test
    void aPrefixWithASemicolonIsStillOneString() {
        assertThat(nginx(withApi("/a;b'c", false))).contains("location ^~ \"/a;b'c/\" {");
    }

    private static Application withApi(String path, boolean strip) {
        return Applications.withRoutes(
                Applications.plain(),
                List.of(
                        new Route(path, "backend", strip, "test"),
                        new Route("/", "frontend", false, "test")));
    }

    private static String nginx(Application application) {
        return Rendered.file(application, "context/nginx.conf");
    }

    private static List<List<String>> locations(String configuration) {
        List<List<String>> blocks = new ArrayList<>();
        for (String line : configuration.lines().map(String::strip).toList()) {
            if (line.startsWith("location ")) {
                blocks.add(new ArrayList<>());
            }
            if (!blocks.isEmpty()) {
                blocks.get(blocks.size() - 1).add(line);
            }
        }
        assertThat(blocks).hasSizeGreaterThan(8);
        return blocks;
    }
}
