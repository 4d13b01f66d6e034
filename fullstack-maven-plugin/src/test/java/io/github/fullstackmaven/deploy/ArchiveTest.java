package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Observed.ReleaseRecord;
import io.github.fullstackmaven.engine.Engine;
import io.github.fullstackmaven.engine.ExecResult;
import io.github.fullstackmaven.engine.ImageState;
import io.github.fullstackmaven.model.Application;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Surroundings;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchiveTest {
    private static final Application SHOP = Examples.application();

    private final Map<String, String> records = new HashMap<>();
    private final Set<String> images = new HashSet<>();

    @Test
    void goesBackToWhatTheLiveReleaseTookThePlaceOf() {
        kept("r1", "");
        kept("r2", "r1");
        kept("r3", "r2");
        kept("r4", "r1");

        Aim back = find("r4", Optional.empty());

        assertThat(back.release(Examples.NOTHING)).isEqualTo("r1");
        assertThat(back.warnings()).isEmpty();
    }

    @Test
    void takesTheNewestThatCanComeBackAndSaysWhyNotAnother() {
        kept("r1", "");
        kept("r2", "r1");
        kept("r3", "r2");
        kept("r4", "r3");
        images.remove("sha256:r3");
        records.put("r2", "{}");

        Aim back = find("r4", Optional.empty());

        assertThat(back.release(Examples.NOTHING)).isEqualTo("r1");
        assertThat(back.warnings())
                .extracting(Finding::toString)
                .containsExactly(
                        "FS-DEPLOY-018 r3 cannot come back, so r1 does: the image of r3 is gone"
                                + " from the engine: shop:1, sha256:r3; where it is r3 that is"
                                + " wanted, deploy that state of the sources",
                        "FS-DEPLOY-018 r2 cannot come back, so r1 does: the record of r2 in the"
                                + " edge's volume cannot be read; where it is r2 that is wanted,"
                                + " deploy that state of the sources");
    }

    @Test
    void neverGoesForwardByItself() {
        kept("r2", "");
        kept("r3", "r2");

        assertThatThrownBy(() -> find("r2", Optional.empty()))
                .hasMessage(
                        "FS-DEPLOY-010 no release from before r2 is kept; set fullstack.release to"
                                + " one of: r3");
    }

    @Test
    void saysOfEachWhyItCannotComeBackWhenNoneCan() {
        kept("r1", "");
        keptWithSecrets("r2", "r1");
        kept("r3", "r2");
        kept("r4", "r3");
        images.remove("sha256:r1");

        assertThatThrownBy(() -> find("r3", Optional.empty()))
                .hasMessage(
                        "FS-DEPLOY-010 no release from before r3 can come back: the secrets of r2"
                                + " are gone: there is no volume shop-pro_secrets-r2, and the image"
                                + " of r1 is gone from the engine: shop:1, sha256:r1; set"
                                + " fullstack.release to one of: r4");
    }

    @Test
    void whatIsAskedForIsNotReplacedByAnother() {
        kept("r1", "");
        keptWithSecrets("r2", "r1");
        kept("r3", "r2");

        assertThatThrownBy(() -> find("r3", Optional.of("r2")))
                .hasMessageContaining("FS-SECRET-005")
                .hasMessageEndingWith("again, or set fullstack.release to one of: r1");
        assertThatThrownBy(() -> find("r3", Optional.of("r7")))
                .hasMessageContaining("FS-DEPLOY-009")
                .hasMessageEndingWith("one of: r1");
    }

    private Aim find(String live, Optional<String> wanted) {
        Observed observed =
                Examples.with(
                        Examples.serving(live, Examples.unit(live, "running")),
                        records.keySet().stream()
                                .map(r -> new ReleaseRecord(r, "sha256:" + r))
                                .toArray(ReleaseRecord[]::new));
        return new Archive(engine(), SHOP).find(wanted, "anna", observed);
    }

    private void kept(String release, String previous) {
        kept(SHOP, release, previous);
    }

    /** There is no volume with its secrets. */
    private void keptWithSecrets(String release, String previous) {
        Secret secret = new Secret("key", "env:KEY", Optional.of(""));
        kept(SHOP.with(Surroundings.NONE.with(List.of(secret))), release, previous);
    }

    private void kept(Application application, String release, String previous) {
        Blueprint blueprint = Examples.target(application, "sha256:" + release).blueprint(release);
        records.put(release, ReleaseRecords.text(release, previous, blueprint));
        images.add("sha256:" + release);
    }

    /** An engine that has images, records of releases, and no volume of theirs. */
    private Engine engine() {
        return (Engine)
                Proxy.newProxyInstance(
                        Engine.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (self, method, arguments) ->
                                switch (method.getName()) {
                                    case "image" -> image((String) arguments[0]);
                                    case "hasVolume" -> false;
                                    case "exec" -> record((List<?>) arguments[1]);
                                    default -> throw new IllegalStateException(method.getName());
                                });
    }

    private Optional<ImageState> image(String id) {
        return Stream.of(id)
                .filter(images::contains)
                .map(i -> new ImageState(i, List.of(), List.of(), 1, Map.of()))
                .findFirst();
    }

    private ExecResult record(List<?> program) {
        return new ExecResult(0, records.get(program.get(program.size() - 1)) + "(all)", "");
    }
}
