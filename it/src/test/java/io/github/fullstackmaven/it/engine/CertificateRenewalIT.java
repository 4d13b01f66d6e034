package io.github.fullstackmaven.it.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.deploy.Deployment;
import io.github.fullstackmaven.deploy.Outcome;
import io.github.fullstackmaven.deploy.Target;
import io.github.fullstackmaven.it.load.LoadClient;
import java.math.BigInteger;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A certificate that was renewed goes into the edge; nothing of the application is started anew.
 */
class CertificateRenewalIT extends SharedEdge {
    @Test
    void isInPlaceAfterADeploymentThatTouchesNothingElse() throws Exception {
        String image = shop.image(engine, "v1", "200");
        TestApplication other = neighbour("other", Optional.of("other.test"));
        Target before = secure(shop, image);
        Target renewed = secure(shop, image);
        Deployment first = deploy(before);
        deploy(other.target(image));
        BigInteger old = https().certificate("shop.test").getSerialNumber();
        LoadClient load = visitors("other.test");

        Deployment second = deploy(renewed);

        assertThat(second.outcome()).isEqualTo(Outcome.LIVE);
        assertThat(second.release()).isEqualTo(first.release());
        assertThat(second.containers()).isEqualTo(first.containers());
        assertThat(second.operations())
                .extracting(op -> op.what())
                .contains("update site")
                .noneMatch(what -> what.contains("unit"));
        assertThat(https().certificate("shop.test").getSerialNumber()).isNotEqualTo(old);
        assertThat(inEdge("ls /edge/certs/" + shop.name() + ".pro"))
                .isEqualTo(renewed.certificate().orElseThrow().digest());
        assertThat(deploy(renewed).outcome()).isEqualTo(Outcome.UNCHANGED);
        LoadClient.Report report = load.stop();
        System.out.println(report);
        assertThat(report.failures()).isEmpty();
    }
}
