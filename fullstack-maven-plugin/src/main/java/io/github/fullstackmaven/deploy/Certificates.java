package io.github.fullstackmaven.deploy;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.FullstackException;
import io.github.fullstackmaven.model.Tls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a certificate before anything is changed: a bad one would stop the edge for everybody. */
public final class Certificates {
    private static final Duration SOON = Duration.ofDays(14);
    private static final int DNS_NAME = 2;
    private static final int MIN_RSA_BITS = 2048;
    private static final Pattern KEY =
            Pattern.compile(
                    "-----BEGIN ([A-Z ]*)PRIVATE KEY-----(.*?)-----END [A-Z ]*PRIVATE KEY-----",
                    Pattern.DOTALL);

    private Certificates() {}

    /**
     * Reads and checks certificate and key.
     *
     * @param domain the host name that they have to be for
     * @throws FullstackException when they cannot be used
     */
    public static Certificate read(Tls tls, String domain, Instant now) {
        String chainPem = text(tls.certificate(), "fullstack.tlsCertificate");
        String keyPem = text(tls.key(), "fullstack.tlsKey");
        List<X509Certificate> chain = chain(chainPem, tls.certificate());
        X509Certificate leaf = chain.get(0);
        inDate(leaf, now, tls.certificate());
        matches(leaf.getPublicKey(), key(keyPem, tls.key()), tls);
        strong(leaf.getPublicKey(), tls.certificate());
        inOrder(chain, tls.certificate());
        List<String> names = names(leaf);
        if (names.stream().noneMatch(name -> covers(name, domain))) {
            throw bad(
                    "FS-TLS-005",
                    "is for " + String.join(", ", names) + ", not for " + domain,
                    "get one that names the domain as a subject alternative name",
                    tls.certificate());
        }
        return new Certificate(chainPem, keyPem, names, leaf.getNotAfter().toInstant());
    }

    /** Returns a warning when a certificate ends soon. */
    public static Optional<Finding> expiry(Certificate certificate, Instant now) {
        if (certificate.expires().isAfter(now.plus(SOON))) {
            return Optional.empty();
        }
        return Optional.of(
                Finding.warning(
                        "FS-TLS-006",
                        "the certificate for "
                                + String.join(", ", certificate.names())
                                + " ends on "
                                + certificate.expires(),
                        "renew it and deploy again"));
    }

    /** Returns when the first certificate of a PEM text ends. */
    static Optional<Instant> expires(String pem) {
        try {
            return Optional.of(parse(pem).get(0).getNotAfter().toInstant());
        } catch (CertificateException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static String text(String file, String setting) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.US_ASCII).replace("\r", "");
        } catch (IOException e) {
            throw FullstackException.project(
                    Finding.error(
                                    "FS-TLS-001",
                                    "cannot be read: " + e.getClass().getSimpleName(),
                                    "see what " + setting + " points to; it has to be PEM")
                            .at(file));
        }
    }

    private static List<X509Certificate> chain(String pem, String file) {
        try {
            List<X509Certificate> chain = parse(pem);
            if (!chain.isEmpty()) {
                return chain;
            }
        } catch (CertificateException e) {
            throw bad("FS-TLS-001", "is no certificate in PEM", "see what it holds", file);
        }
        throw bad("FS-TLS-001", "holds no certificate", "see what it holds", file);
    }

    private static List<X509Certificate> parse(String pem) throws CertificateException {
        List<X509Certificate> chain = new ArrayList<>();
        CertificateFactory.getInstance("X.509")
                .generateCertificates(
                        new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))
                .forEach(c -> chain.add((X509Certificate) c));
        return chain;
    }

    private static void inDate(X509Certificate leaf, Instant now, String file) {
        if (leaf.getNotAfter().toInstant().isBefore(now)) {
            throw bad(
                    "FS-TLS-004",
                    "ended on " + leaf.getNotAfter().toInstant(),
                    "renew the certificate",
                    file);
        }
        if (leaf.getNotBefore().toInstant().isAfter(now)) {
            throw bad(
                    "FS-TLS-004",
                    "begins on " + leaf.getNotBefore().toInstant(),
                    "wait, or set this machine's clock",
                    file);
        }
    }

    private static PrivateKey key(String pem, String file) {
        Matcher matcher = KEY.matcher(pem);
        if (!matcher.find()) {
            throw bad(
                    "FS-TLS-002",
                    "holds no private key in PEM",
                    "name the key's file with fullstack.tlsKey",
                    file);
        }
        if (pem.contains("ENCRYPTED")) {
            throw bad(
                    "FS-TLS-002",
                    "is encrypted, and the edge has nobody to type a password",
                    "take the password off: openssl pkey -in KEY -out NEW",
                    file);
        }
        byte[] der;
        try {
            der = Base64.getMimeDecoder().decode(matcher.group(2).strip());
        } catch (IllegalArgumentException e) {
            throw bad("FS-TLS-002", "is no private key", "see what it holds", file);
        }
        byte[] pkcs8 =
                switch (matcher.group(1).strip()) {
                    case "RSA" -> wrap("300d06092a864886f70d0101010500", der);
                    case "" -> der;
                    default ->
                            throw bad(
                                    "FS-TLS-002",
                                    "has a key in the form " + matcher.group(1).strip(),
                                    "turn it into PKCS #8: openssl pkey -in KEY -out NEW",
                                    file);
                };
        return List.of("RSA", "EC", "Ed25519").stream()
                .flatMap(algorithm -> key(algorithm, pkcs8).stream())
                .findFirst()
                .orElseThrow(
                        () ->
                                bad(
                                        "FS-TLS-002",
                                        "is no RSA, EC or Ed25519 key",
                                        "see what it holds",
                                        file));
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] pkcs8) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(algorithm)
                            .generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (GeneralSecurityException e) {
            // Not of this kind: another one may be.
            return Optional.empty();
        }
    }

    /** Puts a bare key into PKCS #8: version, algorithm, the key as an octet string. */
    private static byte[] wrap(String algorithm, byte[] key) {
        String octets = "04" + length(key.length) + HexFormat.of().formatHex(key);
        String body = "020100" + algorithm + octets;
        return HexFormat.of().parseHex("30" + length(body.length() / 2) + body);
    }

    private static String length(int length) {
        return length < 128
                ? HexFormat.of().toHexDigits((byte) length)
                : "82" + HexFormat.of().toHexDigits((short) length);
    }

    private static void matches(PublicKey publicKey, PrivateKey privateKey, Tls tls) {
        String algorithm =
                switch (publicKey.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> "Ed25519";
                };
        byte[] text = "fullstack".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(privateKey);
            signer.update(text);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(publicKey);
            verifier.update(text);
            if (verifier.verify(signature)) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw mismatch(tls, e);
        }
        throw mismatch(tls, null);
    }

    /** The edge's TLS library refuses shorter keys, and the whole configuration with them. */
    private static void strong(PublicKey key, String file) {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < MIN_RSA_BITS) {
            throw bad(
                    "FS-TLS-009",
                    "has a key of " + rsa.getModulus().bitLength() + " bits, too short for TLS",
                    "make a key of 2048 bits or more, and get a certificate for it",
                    file);
        }
    }

    private static FullstackException mismatch(Tls tls, Exception why) {
        return bad(
                "FS-TLS-003",
                "does not belong to the certificate " + tls.certificate(),
                why == null
                        ? "name the key that the certificate was made for"
                        : "name the key that the certificate was made for ("
                                + why.getMessage()
                                + ")",
                tls.key());
    }

    private static void inOrder(List<X509Certificate> chain, String file) {
        for (int i = 1; i < chain.size(); i++) {
            if (!chain.get(i - 1)
                    .getIssuerX500Principal()
                    .equals(chain.get(i).getSubjectX500Principal())) {
                throw bad(
                        "FS-TLS-007",
                        "has its chain out of order: certificate "
                                + (i + 1)
                                + " did not sign certificate "
                                + i,
                        "put the server's certificate first and each signer after the one it signed",
                        file);
            }
        }
    }

    private static List<String> names(X509Certificate leaf) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = leaf.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (List<?> alternative : alternatives) {
                    if (alternative.get(0).equals(DNS_NAME)) {
                        names.add(String.valueOf(alternative.get(1)).toLowerCase(Locale.ROOT));
                    }
                }
            }
        } catch (CertificateException e) {
            return List.of();
        }
        return names;
    }

    private static boolean covers(String name, String domain) {
        if (name.equals(domain)) {
            return true;
        }
        int dot = domain.indexOf('.');
        return name.startsWith("*.") && dot > 0 && name.substring(1).equals(domain.substring(dot));
    }

    private static FullstackException bad(String id, String what, String remedy, String file) {
        return FullstackException.project(Finding.error(id, what, remedy).at(file));
    }
}
