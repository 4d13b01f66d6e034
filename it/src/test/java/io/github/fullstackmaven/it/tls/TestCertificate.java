package io.github.fullstackmaven.it.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/**
 * A certificate that nobody trusts, made by the JDK's own keytool.
 *
 * @param certificate the certificate, PEM
 * @param key its private key, PEM
 */
public record TestCertificate(Path certificate, Path key) {
    private static final String PASSWORD = "changeit";

    /** Makes a certificate for a domain, in two files of a directory. */
    public static TestCertificate of(String domain, Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        return of(domain, directory, "+0d");
    }

    /** Makes a certificate that ended ten days ago. */
    public static TestCertificate ended(String domain, Path directory)
            throws IOException, GeneralSecurityException, InterruptedException {
        return of(domain, directory, "-100d");
    }

    private static TestCertificate of(String domain, Path directory, String begins)
            throws IOException, GeneralSecurityException, InterruptedException {
        Files.createDirectories(directory);
        Path store = directory.resolve(domain + ".p12");
        make(domain, store, begins);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        Path certificate = directory.resolve(domain + ".crt");
        Path key = directory.resolve(domain + ".key");
        Files.writeString(
                certificate, pem("CERTIFICATE", keys.getCertificate(domain).getEncoded()));
        Files.writeString(
                key, pem("PRIVATE KEY", keys.getKey(domain, PASSWORD.toCharArray()).getEncoded()));
        return new TestCertificate(certificate, key);
    }

    private static void make(String domain, Path store, String begins)
            throws IOException, InterruptedException {
        Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        List<String> argv =
                List.of(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        domain,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-startdate",
                        begins,
                        "-validity",
                        "90",
                        "-dname",
                        "CN=" + domain,
                        "-ext",
                        "san=dns:" + domain,
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        store.toString());
        Process process = new ProcessBuilder(argv).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + output);
        }
    }

    private static String pem(String kind, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n";
    }
}
