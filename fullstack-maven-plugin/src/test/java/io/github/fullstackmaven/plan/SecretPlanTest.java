package io.github.fullstackmaven.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Secret;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.model.Variables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretPlanTest {
    private final Requests requests = new Requests();

    @Test
    void aSecretKnowsTheVariablesThatHoldIt() {
        List<Secret> secrets = plan("TOKEN", "key", "A", "key").secrets();

        assertThat(secrets).extracting(Secret::name).containsExactly("key", "other");
        assertThat(secrets.get(0).variables()).containsExactly("A", "TOKEN");
        assertThat(secrets.get(1).variables()).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsChanged() {
        assertThat(said("TOKEN", "nobody")).contains("a secret that nobody names: nobody");
        assertThat(said("1A", "key")).contains("'1A' cannot be the name of a variable");
        assertThat(said("a-b", "key")).contains("'a-b' cannot be the name of a variable");
        assertThat(said("fullstack_x", "key")).contains("cannot be the name of a variable");
        assertThat(said("TAKEN", "key"))
                .contains("is to hold the secret key, and the file says another value");
    }

    private String said(String variable, String secret) {
        SecretPlan plan = plan(variable, secret, "FINE", "key");
        plan.secrets();
        assertThat(plan.findings()).extracting(Finding::id).containsExactly("FS-SECRET-007");
        return plan.findings().get(0).toString();
    }

    private SecretPlan plan(String first, String ofFirst, String second, String ofSecond) {
        requests.secrets =
                Map.of(
                        "key",
                        Requests.set("/k", "secrets"),
                        "other",
                        Requests.set("/o", "secrets"));
        requests.secretVariables =
                Map.of(
                        first,
                        Requests.set(ofFirst, "secretVariables"),
                        second,
                        Requests.set(ofSecond, "secretVariables"));
        Variables taken = new Variables(Map.of("TAKEN", new Sourced<>("x", "the file")));
        return new SecretPlan(requests.request(), taken);
    }
}
