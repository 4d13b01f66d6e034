package io.github.fullstackmaven.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.RequestLimits;
import io.github.fullstackmaven.plan.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestReaderTest {
    @TempDir Path directory;

    private Request read(String... namesAndValues) {
        return read(Optional.empty(), namesAndValues);
    }

    private Request read(Optional<Context.Artifact> artifact, String... namesAndValues) {
        Map<String, String> user = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            user.put("fullstack." + namesAndValues[i], namesAndValues[i + 1]);
        }
        Settings settings = Settings.of(user, Map.of(), Map.of(), Map.of());
        Context context = new Context(directory, artifact);
        return new RequestReader(settings, context, Location.of(settings, context))
                .read(Structured.NONE);
    }

    @Test
    void namesTheApplicationAfterTheArtifactWhereThePomIsTheRepository() {
        Request request = read(Optional.of(new Context.Artifact("Shop_Front", "1.2.0")));
        assertThat(request.name().value()).isEqualTo("shop-front");
        assertThat(request.image().value()).isEqualTo("shop-front:1.2.0");
    }

    @Test
    void namesTheApplicationAfterTheDirectoryWhereThereIsNoPom() {
        Path repository = directory.resolve("My Shop");
        assertThat(repository.toFile().mkdir()).isTrue();
        Request request = read("monorepo", "My Shop", "env", "PRO");
        assertThat(request.name().value()).isEqualTo("my-shop");
        assertThat(request.image().value()).isEqualTo("my-shop:pro");
    }

    @Test
    void isStrictExceptInDevelopment() {
        assertThat(read().strict()).isFalse();
        assertThat(read("env", "PRO").strict()).isTrue();
        assertThat(read("env", "PRO", "strict", "false").strict()).isFalse();
    }

    @Test
    void readsTimesWithTheirUnit() {
        assertThat(read("readyTimeout", "90").timing().ready()).isEqualTo(Duration.ofSeconds(90));
        assertThat(read("readyTimeout", "2m").timing().ready()).isEqualTo(Duration.ofMinutes(2));
        assertThat(read("readyTimeout", "250ms").timing().ready())
                .isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void refusesTimesThatAreNoneOrThatNobodyCanMean() {
        assertThatThrownBy(() -> read("readyTimeout", "-5s"))
                .hasMessageContaining("FS-CONFIG-004")
                .hasMessageContaining("'-5s' is not a time");
        assertThatThrownBy(() -> read("readyTimeout", "0"))
                .hasMessageContaining("'0' is not a time from 100ms to 24h");
        assertThatThrownBy(() -> read("drainTimeout", "999999999h"))
                .hasMessageContaining("'999999999h' is not a time from 0ms to 24h");
        assertThat(read("lockWait", "0").timing().lockWait()).isEqualTo(Duration.ZERO);
    }

    @Test
    void readsWhatARequestMayBeAndTake() {
        assertThat(read().resources().requests()).isEqualTo(RequestLimits.DEFAULT);
        assertThat(read("maxBodySize", "2g", "requestTimeout", "5m", "rateLimit", "9"))
                .extracting(request -> request.resources().requests())
                .isEqualTo(new RequestLimits(OptionalInt.of(9), "2g", Duration.ofMinutes(5)));
        assertThatThrownBy(() -> read("maxBodySize", "10m; }"))
                .hasMessageContaining("FS-CONFIG-004")
                .hasMessageContaining("'10m; }' is not a number with k, m or g behind it");
        assertThatThrownBy(() -> read("requestTimeout", "0"))
                .hasMessageContaining("'0' is not a time from 1000ms to 24h");
    }

    @Test
    void reportsEveryValueOfAWrongFormAtOnce() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "httpPort",
                                        "70000",
                                        "backendPort",
                                        "http",
                                        "memory",
                                        "much",
                                        "strict",
                                        "yes"))
                .isInstanceOf(FullstackException.class)
                .hasMessageContaining(
                        "FS-CONFIG-004 -Dfullstack.httpPort: '70000' is not a whole number from 1 to 65535")
                .hasMessageContaining("-Dfullstack.backendPort: 'http'")
                .hasMessageContaining("-Dfullstack.memory: 'much'")
                .hasMessageContaining("-Dfullstack.strict: 'yes'");
    }

    @Test
    void refusesWhatThisVersionCannotDo() {
        assertThatThrownBy(() -> read("replicas", "2"))
                .hasMessageContaining(
                        "FS-CONFIG-007 -Dfullstack.replicas: more than one replica is not in this"
                                + " version");
    }

    @Test
    void anIgnoredFindingNeedsAReason() {
        assertThat(read("ignoreFindings", "FS-A-001: known; FS-B-002: later").ignoredFindings())
                .containsEntry("FS-A-001", "known")
                .containsEntry("FS-B-002", "later");
        assertThatThrownBy(() -> read("ignoreFindings", "FS-A-001"))
                .hasMessageContaining("FS-CONFIG-006");
    }

    @Test
    void aMissingRepositoryIsNamed() {
        assertThatThrownBy(() -> read("monorepo", "nowhere"))
                .hasMessageContaining(
                        "FS-CONFIG-002 -Dfullstack.monorepo: there is no directory "
                                + directory.resolve("nowhere"));
    }

    @Test
    void theOutputDirectoryHasToBeInsideTheRepository() {
        assertThatThrownBy(() -> read("outputDirectory", "../elsewhere"))
                .hasMessageContaining("FS-CONFIG-003");
    }

    @Test
    void volumesOfAPropertyAreSeparatedByCommas() {
        assertThat(read("volumes", "a:/a, b:/b:ro").volumes())
                .extracting(v -> v.value())
                .isEqualTo(List.of("a:/a", "b:/b:ro"));
    }
}
