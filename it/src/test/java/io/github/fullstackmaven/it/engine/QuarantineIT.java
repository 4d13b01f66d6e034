package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Operation;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Status;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.model.Finding;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/**
 * An application whose files in the edge are broken, or whose container is gone, is its own problem
 * alone.
 */
@OnEveryEngine
class QuarantineIT extends SharedEdge {
    @Test
    void theEdgeStartsWithoutACertificateAndWithoutAnApplication() throws Exception {
        String image = shop.image(engine, "v1", "200");
        TestApplication bad = neighbour("bad", Optional.of("bad.test"));
        TestApplication absent = neighbour("absent", Optional.of("absent.test"));
        Target secure = secure(bad, image);
        deploy(shop.target(image));
        Deployment before = deploy(secure);
        deploy(absent.target(image));
        inEdge("rm /edge/certs/" + bad.name() + ".pro/*/key.pem");
        engine.remove(units(absent.application()).get(0));

        restartEdge();

        assertThat(get("shop.test", "/")).startsWith("HTTP/1.1 200").endsWith("v1 r1");
        assertThat(get("absent.test", "/")).startsWith("HTTP/1.1 502");
        assertThat(get("bad.test", "/")).startsWith("HTTP/1.1 503");
        assertThatThrownBy(() -> https().get("bad.test", "bad.test", "/"))
                .isInstanceOf(SSLHandshakeException.class);
        Status status = status(shop.application());
        assertThat(status.setAside())
                .extracting(Finding::toString)
                .singleElement()
                .asString()
                .contains("FS-EDGE-009", bad.name() + " (pro)", "key.pem");

        // The others go on being deployed, and the domain is still taken.
        assertThat(deploy(shop.target(shop.image(engine, "v2", "200"))).outcome())
                .isEqualTo(Outcome.LIVE);
        assertThat(get("shop.test", "/")).endsWith("v2 r2");
        assertThat(deploy(neighbour("thief", Optional.of("bad.test")).target(image)).outcome())
                .isEqualTo(Outcome.REFUSED);

        Deployment after = deploy(secure);

        assertThat(after.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(after.containers()).isEqualTo(before.containers());
        assertThat(https().get("bad.test", "bad.test:" + shop.httpsPort(), "/"))
                .startsWith("HTTP/1.1 200");
        assertThat(status(shop.application()).setAside()).isEmpty();
        assertThat(inEdge("ls /edge/projects")).doesNotContain("broken");
        assertThat(deploy(absent.target(image)).outcome()).isEqualTo(Outcome.LIVE);
        assertThat(get("absent.test", "/")).startsWith("HTTP/1.1 200");
        record(
                "E2",
                "the edge starts without a certificate and without an application",
                1,
                "the others are served, the bad one is reported");
    }

    @Test
    void aDamagedCertificateIsPutInOrderByTheNextDeploymentWhileItIsStillServed() throws Exception {
        Target secure = secure(shop, shop.image(engine, "v1", "200"));
        Deployment first = deploy(secure);
        inEdge("echo nonsense > \"$(ls -d /edge/certs/*/*/)fullchain.pem\"");
        assertThat(https().get("shop.test", "shop.test", "/")).startsWith("HTTP/1.1 200");

        Deployment second = deploy(secure);

        assertThat(second.operations())
                .extracting(Operation::line)
                .containsExactly(
                        "take lock fullstack-lock-"
                                + shop.name()
                                + "-pro: one deployment at a time",
                        "update site: the edge cannot serve it: its certificate in the volume is"
                                + " damaged",
                        "release lock fullstack-lock-" + shop.name() + "-pro: done");
        assertThat(second.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(second.release()).isEqualTo(first.release());
        restartEdge();
        assertThat(https().get("shop.test", "shop.test", "/")).startsWith("HTTP/1.1 200");
    }

    @Test
    void filesThatNobodyCanReadAreSetAsideWhole() throws Exception {
        String image = shop.image(engine, "v1", "200");
        TestApplication other = neighbour("other", Optional.of("other.test"));
        deploy(shop.target(image));
        deploy(other.target(image));
        String project = other.name() + ".pro";
        inEdge("echo 'no nginx' > /edge/slots/" + project + ".slot");

        restartEdge();

        assertThat(get("shop.test", "/")).startsWith("HTTP/1.1 200");
        assertThat(get("other.test", "/")).startsWith("HTTP/1.1 503");
        assertThat(deploy(other.target(image)).outcome()).isEqualTo(Outcome.LIVE);
        assertThat(get("other.test", "/")).startsWith("HTTP/1.1 200");
        record(
                "E2",
                "the edge starts with a slot file that is no configuration",
                1,
                "the others are served");
    }
}
