package io.github.fullstackmaven.detect.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.DockerfileFacts;
import io.github.fullstackmaven.model.Ecosystem;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Health;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileDetectionTest {
    private final MemoryTree tree = new MemoryTree();

    private DockerfileDetectionTest file(String... lines) {
        tree.with("api/Dockerfile", String.join("\n", lines));
        return this;
    }

    private List<Site> sites() {
        return new Detector(tree).survey().sites();
    }

    private Answer answer() {
        return new Detector(tree).look(sites().get(0), Hints.NONE);
    }

    private Service service() {
        return answer().service();
    }

    private List<String> ids() {
        return answer().findings().stream()
                .filter(finding -> !finding.id().equals("FS-DOCKERFILE-005"))
                .map(Finding::id)
                .toList();
    }

    @Test
    void aDirectoryWithADockerfileAloneIsAService() {
        file("FROM alpine:3.22", "EXPOSE 9000", "CMD [\"/srv/api\", \"--fast\"]");
        assertThat(service().kind()).isEqualTo(ServiceKind.DOCKERFILE);
        assertThat(service().port().orElseThrow().value()).isEqualTo(9000);
        assertThat(service().port().orElseThrow().source()).isEqualTo("api/Dockerfile:2");
        assertThat(service().start().argv()).containsExactly("/srv/api", "--fast");
        assertThat(ids()).isEmpty();
    }

    @Test
    void anEcosystemThatIsNotBuiltIsBuiltByItsDockerfileAndKeepsItsName() {
        tree.with("api/composer.json", "{}").with("api/artisan", "");
        file("FROM php:8-cli", "EXPOSE 8000", "CMD php artisan serve");
        assertThat(service().kind()).isEqualTo(ServiceKind.DOCKERFILE);
        assertThat(service().ecosystem()).isEqualTo(Ecosystem.PHP);
        assertThat(service().framework()).contains("laravel");
    }

    @Test
    void anEcosystemThatIsBuiltDoesNotNeedItsDockerfile() {
        tree.with(
                        "api/Cargo.toml",
                        "[package]\nname = \"a\"\nversion = \"1.0.0\"\n[dependencies]\naxum = \"0.8\"\n")
                .with("api/src/main.rs", "fn main() {}");
        file("FROM rust", "EXPOSE 8000", "CMD [\"/a\"]");
        assertThat(sites()).hasSize(1);
        assertThat(sites().get(0).kind()).isEqualTo(ServiceKind.BACKEND);
    }

    @Test
    void commentsAndContinuedLinesAndHereDocumentsAreRead() {
        file(
                "# syntax=docker/dockerfile:1",
                "FROM alpine AS base",
                "RUN <<EOF",
                "CMD [\"/not/this\"]",
                "EOF",
                "ENTRYPOINT [\"/srv/api\", \\",
                "  # a comment within",
                "",
                "  \"--port\", \"9000\"]",
                "expose 9000/tcp 9001/udp");
        assertThat(service().start().argv()).containsExactly("/srv/api", "--port", "9000");
        assertThat(service().port().orElseThrow().value()).isEqualTo(9000);
        assertThat(ids()).isEmpty();
    }

    @Test
    void theLastStageCountsWithThoseThatItStandsOn() {
        file(
                "ARG BASE=debian",
                "FROM rust AS build",
                "CMD [\"cargo\", \"test\"]",
                "FROM ${BASE}:trixie AS common",
                "WORKDIR /srv",
                "EXPOSE 7000",
                "FROM common",
                "WORKDIR app",
                "COPY --from=build /x ./",
                "CMD [\"./x\"]");
        assertThat(service().start().argv()).containsExactly("./x");
        assertThat(service().port().orElseThrow().value()).isEqualTo(7000);
        assertThat(((DockerfileFacts) service().facts()).directory()).contains("/srv/app");
    }

    @Test
    void aTextForAShellIsGivenToTheShellThatTheFileNames() {
        file(
                "FROM debian",
                "SHELL [\"/bin/bash\", \"-ec\"]",
                "ENTRYPOINT [\"/entry\"]",
                "CMD exec api --name \"$NAME\"",
                "EXPOSE 80");
        assertThat(service().start().argv())
                .containsExactly("/entry", "/bin/bash", "-ec", "exec api --name \"$NAME\"");
    }

    @Test
    void anEntryPointForAShellTakesNoArguments() {
        file("FROM debian", "ENTRYPOINT exec api", "CMD [\"--not\"]", "EXPOSE 80");
        assertThat(service().start().argv()).containsExactly("/bin/sh", "-c", "exec api");
        assertThat(service().start().kind()).isEqualTo("shell");
    }

    @Test
    void variablesAreFilledIn() {
        file(
                "FROM debian",
                "ARG HOME_OF=/srv",
                "ENV PORT=5005 DIR=\"$HOME_OF/it\"",
                "WORKDIR ${DIR}",
                "EXPOSE $PORT",
                "CMD [\"x\"]");
        assertThat(service().port().orElseThrow().value()).isEqualTo(5005);
        assertThat(((DockerfileFacts) service().facts()).directory()).contains("/srv/it");
        assertThat(service().evidence().stream().map(e -> e.rule()))
                .contains("dockerfile.port-variable");
    }

    @Test
    void aHealthCheckNamesTheHealthPath() {
        file(
                "FROM debian",
                "EXPOSE 80",
                "HEALTHCHECK --interval=5s CMD curl -f http://localhost:80/up?deep=1 || exit 1",
                "CMD [\"x\"]");
        assertThat(service().health()).contains(new Health("/up?deep=1", "api/Dockerfile:3"));
    }

    @Test
    void whatIsNotSaidIsAFindingWithItsPlace() {
        file("FROM php:8-apache", "COPY . .");
        assertThat(ids()).containsExactly("FS-DOCKERFILE-002", "FS-DOCKERFILE-003");
        assertThat(answer().findings().get(0).toString()).contains("api/Dockerfile:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "CMD",
                "[",
                "FROM",
                "\\",
                "FROM \\",
                "# nothing",
                "COPY [\"a\"",
                "FROM a\nENV"
            })
    void rubbishIsAFindingAndNoFailure(String text) {
        file(text);
        assertThat(ids()).isNotEmpty();
    }

    @Test
    void severalPortsAreSaidAndTheFirstIsTaken() {
        file("FROM a", "EXPOSE 80 443", "CMD [\"x\"]");
        assertThat(service().port().orElseThrow().value()).isEqualTo(80);
        assertThat(ids()).containsExactly("FS-DOCKERFILE-004");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM nginx:1.30\nCOPY nginx.conf /etc/nginx/",
                "FROM docker.io/library/postgres:18\nCOPY init.sql /docker-entrypoint-initdb.d/",
                "FROM redis\nCMD [\"redis-server\", \"/etc/redis.conf\"]",
                "FROM node AS build\nFROM registry.example:5000/own/nginx@sha256:12\nCOPY --from=build /a /b\nEXPOSE 80\nCMD nginx -g 'daemon off;'"
            })
    void aConfiguredDatabaseOrWebServerIsNoBackEnd(String text) {
        file(text);
        tree.with("api/nginx.conf", "").with("api/init.sql", "");
        assertThat(sites()).hasSize(1);
        assertThat(sites().get(0).isBackend()).isFalse();
        assertThat(DockerfileSurvey.infrastructure(sites().get(0))).isPresent();
    }

    @Test
    void aProgramOnTheImageOfAWebServerIsABackEnd() {
        file("FROM nginx:1.30", "COPY api /", "EXPOSE 8000", "CMD [\"/api\"]");
        tree.with("api/api", "");
        assertThat(sites().get(0).isBackend()).isTrue();
    }

    @Test
    void aDockerfileAboveTheServicesIsNoneItself() {
        file("FROM a", "EXPOSE 80", "CMD [\"x\"]");
        tree.with("Dockerfile", "FROM a\nCOPY . .\nEXPOSE 80\nCMD [\"x\"]\n");
        assertThat(sites().stream().filter(Site::isBackend).map(Site::path)).containsExactly("api");
    }

    @Test
    void aDockerfileThatCopiesFromElsewhereIsNoServiceOfItsDirectory() {
        tree.with("docker/api/Dockerfile", "FROM a\nCOPY server/ /srv\nEXPOSE 80\nCMD [\"x\"]\n")
                .with("server/main.c", "");
        assertThat(sites().stream().filter(Site::isBackend)).isEmpty();
    }

    @Test
    void sourcesThatAreNamedFromTheRootAreFoundThere() {
        tree.with("api/composer.json", "{}").with("api/index.php", "<?php");
        file("FROM php:8", "COPY api/composer.json /srv/", "EXPOSE 80", "CMD [\"x\"]");
        assertThat(service().facts())
                .isEqualTo(new DockerfileFacts("api/Dockerfile", ".", Optional.empty()));
    }

    @Test
    void aManifestThatSaysNothingDoesNotHideTheDockerfile() {
        tree.with("api/composer.json", "{}");
        file("FROM php:8", "EXPOSE 80", "CMD [\"x\"]");
        assertThat(sites().stream().filter(Site::isBackend).map(Site::path)).containsExactly("api");
    }

    @Test
    void aContainerfileIsADockerfileByAnotherName() {
        tree.with("api/Containerfile", "FROM a\nEXPOSE 9000\nCMD [\"x\"]\n");
        assertThat(service().port()).contains(new Sourced<>(9000, "api/Containerfile:2"));
        assertThat(((DockerfileFacts) service().facts()).file()).isEqualTo("api/Containerfile");
        file("FROM a", "EXPOSE 8000", "CMD [\"x\"]");
        assertThat(((DockerfileFacts) service().facts()).file()).isEqualTo("api/Dockerfile");
    }

    @Test
    void theVariableOfTheImageSaysThePortWhereNothingIsExposed() {
        file("FROM a", "ENV MODE=fast PORT=8123", "CMD [\"x\"]");
        assertThat(service().port()).contains(new Sourced<>(8123, "api/Dockerfile:2"));
        assertThat(ids()).isEmpty();
    }

    @Test
    void aPatternThatFitsNothingHereIsLookedForAtTheRoot() {
        tree.with("package.json", "{\"name\": \"a\"}")
                .with(
                        "docker/Dockerfile",
                        "FROM a\nCOPY package*.json ./\nEXPOSE 80\nCMD [\"x\"]\n");
        assertThat(sites().stream().filter(Site::isBackend)).isEmpty();
    }

    private Service program(String main, String... dockerfile) {
        tree.with("api/go.mod", "module example.org/api\n\ngo 1.25\n").with("api/main.go", main);
        file(dockerfile);
        return service();
    }

    @Test
    void whatTheImageExposesCountsWhereTheSourcesNameNoPort() {
        String main =
                "package main\n\nimport \"net/http\"\n\nfunc main() { http.ListenAndServe(%s, nil) }\n";
        assertThat(program(main.formatted("address()"), "FROM a", "EXPOSE 9000").port())
                .contains(new Sourced<>(9000, "api/Dockerfile:2"));
        assertThat(program(main.formatted("\":8080\""), "FROM a", "EXPOSE 9000").port())
                .map(Sourced::value)
                .contains(8080);
    }

    @Test
    void theVariableThatTheProgramReadsHasItsValueInTheImage() {
        String main =
                "package main\n\nimport (\n\"net/http\"\n\"os\"\n)\n\n"
                        + "func main() { http.ListenAndServe(\":\" + os.Getenv(\"API_PORT\"), nil) }\n";
        assertThat(program(main, "FROM a", "ENV API_PORT=1345", "EXPOSE 9000").port())
                .contains(new Sourced<>(1345, "api/Dockerfile:2"));
    }
}
