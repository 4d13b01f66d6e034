import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;

/** Writes a Java trust store with all authorities of a PEM bundle: Java reads no other kind. */
public class TrustStore {
    public static void main(String[] arguments) throws Exception {
        // Of the kind that is read without a password, as Java reads its own.
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        int count = 0;
        try (FileInputStream bundle = new FileInputStream(arguments[0])) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(bundle)) {
                store.setCertificateEntry("authority-" + ++count, (java.security.cert.Certificate) certificate);
            }
        }
        try (FileOutputStream file = new FileOutputStream(arguments[1])) {
            store.store(file, "changeit".toCharArray());
        }
    }
}
