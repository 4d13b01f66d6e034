package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.BuildFacts;
import io.github.fullstackmaven.model.Builder;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.NixFacts;
import io.github.fullstackmaven.model.Plan;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FlakesTest {
    private static final Sourced<Builder> NIX = new Sourced<>(Builder.NIX, "fullstack.builder");

    private final MemoryTree tree = Repositories.reactAndRust().with("flake.nix", "{}");
    private final Requests said = new Requests();

    private Plan plan() {
        return Planner.plan(said.request(), tree);
    }

    private Service backend() {
        return plan().application().backend().orElseThrow();
    }

    private List<String> ids() {
        return plan().findings().stream().map(Finding::id).toList();
    }

    private static NixFacts facts(Service service) {
        return (NixFacts) service.facts();
    }

    @Test
    void aFlakeThatIsNotAskedForIsMentionedAlone() {
        assertThat(backend().facts()).isInstanceOf(BuildFacts.Rust.class);
        assertThat(ids()).contains("FS-DETECT-007");
    }

    @Test
    void everyServiceIsBuiltByTheFlakeWhenTheApplicationIs() {
        said.builder = NIX;
        assertThat(plan().application().services())
                .allMatch(service -> service.facts() instanceof NixFacts);
        assertThat(ids()).doesNotContain("FS-DETECT-007");
    }

    @Test
    void oneServiceAloneIsBuiltByIt() {
        said.frontend = by(said.frontend, NIX);
        assertThat(backend().facts()).isInstanceOf(BuildFacts.Rust.class);
        assertThat(plan().application().frontend().orElseThrow().facts())
                .isInstanceOf(NixFacts.class);
    }

    @Test
    void oneServiceAloneIsLeftOut() {
        said.builder = NIX;
        said.backend = by(said.backend, new Sourced<>(Builder.NATIVE, "fullstack.backendBuilder"));
        assertThat(backend().facts()).isInstanceOf(BuildFacts.Rust.class);
    }

    @Test
    void theNearestFlakeIsTaken() {
        said.builder = NIX;
        tree.with("backend/flake.nix", "{}").with("backend/flake.lock", "{}");
        assertThat(facts(backend()).flake()).isEqualTo("backend");
        assertThat(facts(backend()).lockfile()).isTrue();
        Service pages = plan().application().frontend().orElseThrow();
        assertThat(facts(pages).flake()).isEqualTo(".");
        assertThat(facts(pages).lockfile()).isFalse();
    }

    @Test
    void withoutAFlakeItIsSaidWhoAskedForOne() {
        MemoryTree none = Repositories.reactAndRust();
        said.builder = NIX;
        Plan plan = Planner.plan(said.request(), none);
        assertThat(plan.errors()).extracting(Finding::id).contains("FS-NIX-001");
        assertThat(plan.errors().get(0).toString()).contains("fullstack.builder");
    }

    @Test
    void thePackageIsLookedForByTheNamesOfTheService() {
        said.builder = NIX;
        assertThat(facts(backend()).packages())
                .containsExactly("backend", "shop-server", "default");
    }

    @Test
    void whatAFlakeOfTheRootCallsDefaultIsNotTheFrontEnd() {
        said.builder = NIX;
        Service pages = plan().application().frontend().orElseThrow();
        assertThat(facts(pages).packages()).containsExactly("frontend");
    }

    @Test
    void aDirectoryThatOnlyAFlakeKnowsIsABackEnd() {
        tree.with("perl/server.pl", "");
        said.backend = by(Requests.service("perl", null, null, null, 8000, null), NIX);
        assertThat(backend().path()).isEqualTo("perl");
        assertThat(backend().start().argv()).containsExactly("/app/backend");
        assertThat(plan().errors()).isEmpty();
    }

    private static ServiceRequest by(ServiceRequest r, Sourced<Builder> builder) {
        return new ServiceRequest(
                r.name(),
                r.dir(),
                r.build(),
                r.output(),
                r.start(),
                r.port(),
                r.health(),
                r.apiPrefix(),
                r.apiStripPrefix(),
                Optional.of(builder));
    }
}
