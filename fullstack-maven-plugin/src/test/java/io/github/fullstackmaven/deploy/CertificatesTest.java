package io.github.fullstackmaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.fullstackmaven.model.Tls;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final String PASSWORD = "changeit";
    private final Instant now = Instant.now();

    @TempDir static Path directory;
    private static Tls rsa;
    private static Tls ec;

    @BeforeAll
    static void makeCertificates() throws Exception {
        rsa = make("rsa", "RSA", "2048", "san=dns:shop.test,dns:*.shop.test");
        ec = make("ec", "EC", "256", "san=dns:other.test");
    }

    @Test
    void readsCertificateAndKeyThatBelongTogether() {
        Certificate certificate = Certificates.read(rsa, "shop.test", now);

        assertThat(certificate.names()).containsExactly("shop.test", "*.shop.test");
        assertThat(certificate.expires()).isAfter(now);
        assertThat(Certificates.read(rsa, "www.shop.test", now).digest())
                .isEqualTo(certificate.digest());
        assertThat(Certificates.read(ec, "other.test", now).digest())
                .isNotEqualTo(certificate.digest());
        assertThat(certificate.toString()).doesNotContain("BEGIN");
    }

    @Test
    void refusesACertificateForAnotherDomain() {
        refused(rsa, "other.test", now, "FS-TLS-005", "shop.test");
        refused(rsa, "a.b.shop.test", now, "FS-TLS-005", "shop.test");
    }

    @Test
    void refusesAKeyThatTheEdgeWouldRefuse() throws Exception {
        Tls weak = make("weak", "RSA", "1024", "san=dns:shop.test");

        refused(weak, "shop.test", Instant.now(), "FS-TLS-009", "1024 bits");
    }

    @Test
    void refusesAKeyOfAnotherCertificate() {
        refused(new Tls(rsa.certificate(), ec.key()), "shop.test", now, "FS-TLS-003", "ec.key");
    }

    @Test
    void refusesWhatIsOverOrHasNotBegun() {
        refused(rsa, "shop.test", now.plus(Duration.ofDays(100)), "FS-TLS-004", "ended on");
        refused(rsa, "shop.test", now.minus(Duration.ofDays(9)), "FS-TLS-004", "begins on");
    }

    @Test
    void warnsTwoWeeksBeforeTheEnd() {
        Certificate certificate = Certificates.read(rsa, "shop.test", now);

        assertThat(Certificates.expiry(certificate, now)).isEmpty();
        assertThat(Certificates.expiry(certificate, now.plus(Duration.ofDays(80))))
                .hasValueSatisfying(f -> assertThat(f.id()).isEqualTo("FS-TLS-006"));
    }

    @Test
    void saysWhichFileCannotBeUsed() throws Exception {
        String missing = directory.resolve("missing.pem").toString();
        refused(new Tls(missing, rsa.key()), "shop.test", now, "FS-TLS-001", "missing.pem");
        refused(new Tls(rsa.key(), rsa.key()), "shop.test", now, "FS-TLS-001", "rsa.key");
        refused(
                new Tls(rsa.certificate(), rsa.certificate()),
                "shop.test",
                now,
                "FS-TLS-002",
                "no private key");
        Path old = directory.resolve("old.key");
        Files.writeString(
                old, "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n");
        refused(
                new Tls(ec.certificate(), old.toString()),
                "other.test",
                now,
                "FS-TLS-002",
                "PKCS #8");
    }

    @Test
    void readsAKeyInTheOlderFormOfRsa() throws Exception {
        byte[] pkcs8 = Base64.getMimeDecoder().decode(body(Path.of(rsa.key())));
        // The bare key is what the octet string at the end of PKCS #8 holds.
        byte[] bare = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
        Path key = directory.resolve("rsa-old.key");
        Files.writeString(key, pem("RSA PRIVATE KEY", bare));

        Tls tls = new Tls(rsa.certificate(), key.toString());

        assertThat(Certificates.read(tls, "shop.test", now).names()).contains("shop.test");
    }

    @Test
    void refusesAChainOutOfOrder() throws Exception {
        Path chain = directory.resolve("chain.pem");
        Files.writeString(
                chain,
                Files.readString(Path.of(rsa.certificate()))
                        + Files.readString(Path.of(ec.certificate())));

        refused(
                new Tls(chain.toString(), rsa.key()),
                "shop.test",
                now,
                "FS-TLS-007",
                "out of order");
    }

    private static void refused(Tls tls, String domain, Instant now, String id, String says) {
        assertThatThrownBy(() -> Certificates.read(tls, domain, now))
                .hasMessageContaining(id)
                .hasMessageContaining(says);
    }

    private static Tls make(String name, String algorithm, String size, String names)
            throws Exception {
        Path store = directory.resolve(name + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "test",
                                "-keyalg",
                                algorithm,
                                "-keysize",
                                size,
                                "-dname",
                                "CN=" + name,
                                "-ext",
                                names,
                                "-validity",
                                "90",
                                "-storetype",
                                "PKCS12",
                                "-keystore",
                                store.toString(),
                                "-storepass",
                                PASSWORD)
                        .redirectErrorStream(true)
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path certificate = directory.resolve(name + ".pem");
        Path key = directory.resolve(name + ".key");
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate("test").getEncoded()));
        Files.writeString(
                key, pem("PRIVATE KEY", keys.getKey("test", PASSWORD.toCharArray()).getEncoded()));
        return new Tls(certificate.toString(), key.toString());
    }

    private static String pem(String kind, byte[] der) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static String body(Path pem) throws Exception {
        return Files.readString(pem).replaceAll("-----[^-]+-----", "");
    }
}
