package io.github.fullstackmaven.it.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Asks a port over TLS; trusts any certificate, since those of tests are signed by nobody. */
final class Https {
    private final InetSocketAddress address;

    Https(InetSocketAddress address) {
        this.address = address;
    }

    /** Returns the whole answer: status line, headers, body. */
    String get(String serverName, String host, String path)
            throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(serverName)) {
            return Http.exchange(socket, host, path);
        }
    }

    /** Returns the server's certificate. */
    X509Certificate certificate(String serverName) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(serverName)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /** Returns the protocol that is agreed on when a client can do HTTP/2 and HTTP/1.1. */
    String protocol(String serverName) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = connect(serverName)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getApplicationProtocol();
        }
    }

    /** Opens a connection that names this server; an empty name is not sent. */
    SSLSocket connect(String serverName) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, null);
        Socket plain = new Socket(address.getAddress(), address.getPort());
        SSLSocket socket =
                (SSLSocket)
                        context.getSocketFactory()
                                .createSocket(plain, null, address.getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        List<SNIServerName> names =
                serverName.isEmpty() ? List.of() : List.of(new SNIHostName(serverName));
        parameters.setServerNames(names);
        socket.setSSLParameters(parameters);
        socket.setSoTimeout(10_000);
        return socket;
    }

    private static final class TrustsAll implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
