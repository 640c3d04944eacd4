package io.slicewise.live.http;

import io.slicewise.live.connection.Connection;
import io.slicewise.live.http.Failure.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * Shakes hands with a server that broke a connection off, to hear why. With TLS 1.3 a server that wants a certificate
 * says so after the handshake; who has sent a request by then may see the broken connection only. Sends nothing.
 */
record Handshake(Connection connection, SSLContext context) {
    private static final int MILLIS = 3000;

    /** What the server says against it; {@code null} where it says nothing of the kind. */
    @Nullable
    Failure complaint() {
        try {
            // a server that is content waits for a request, and this for the time-out
            shake(443, true);
            return null;
        } catch (SSLException e) {
            Failure failure = new Broken(connection).failure(e);
            return failure.kind() == Kind.CLIENT_CERTIFICATE ? failure : null;
        } catch (IOException _) {
            return null;
        }
    }

    /** Whether a person speaks TLS there, trusted or not. */
    boolean isUnderstood() {
        try {
            shake(80, false);
            return true;
        } catch (SSLException e) {
            return switch (new Broken(connection).failure(e).kind()) {
                case UNTRUSTED, OTHER_NAME, EXPIRED, CLIENT_CERTIFICATE -> true;
                default -> false;
            };
        } catch (IOException _) {
            return false;
        }
    }

    private void shake(int usual, boolean waits) throws IOException {
        int port = connection.base().getPort() < 0 ? usual : connection.base().getPort();
        String host = Objects.requireNonNullElse(connection.base().getHost(), "");
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(host, port), MILLIS);
            plain.setSoTimeout(MILLIS);
            try (SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true)) {
                socket.startHandshake();
                if (waits) {
                    int _ = socket.getInputStream().read();
                }
            }
        }
    }
}
