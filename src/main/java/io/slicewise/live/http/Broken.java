package io.slicewise.live.http;

import io.slicewise.live.connection.Connection;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.text.Text;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** What went wrong on the way, by what Java threw. Says nothing of what Java's messages hold, which can repeat headers. */
record Broken(Connection connection) {
    /** Causes deeper than this go in circles. */
    private static final int DEEPEST = 20;

    /** Why a request did not come through. */
    Failure failure(Throwable thrown) {
        String host = connection.host();
        if (has(thrown, UnresolvedAddressException.class) || has(thrown, UnknownHostException.class)) {
            String name = connection.proxy() == null ? host : connection.proxy().getHostString();
            return Failure.of(Kind.NAME, Text.of("live.failed.name", name));
        }
        Failure tooLarge = tooLarge(thrown);
        if (tooLarge != null) {
            return tooLarge;
        }
        if (has(thrown, SSLException.class)) {
            return tls(thrown, host);
        }
        if (has(thrown, HttpConnectTimeoutException.class)) {
            return Failure.of(Kind.TIMEOUT, Text.of("live.failed.connectTimeout", address()));
        }
        if (has(thrown, HttpTimeoutException.class) || has(thrown, TimeoutException.class)) {
            return Failure.of(
                    Kind.TIMEOUT,
                    Text.of("live.failed.timeout", host, connection.timeout().toSeconds()));
        }
        if (has(thrown, NoRouteToHostException.class)) {
            return Failure.of(Kind.UNREACHABLE, Text.of("live.failed.unreachable", host));
        }
        if (has(thrown, ConnectException.class)) {
            return connection.proxy() == null
                    ? Failure.of(Kind.REFUSED, Text.of("live.failed.refused", address()))
                    : Failure.of(Kind.REFUSED, Text.of("live.failed.refusedOrProxy", address(), proxy()));
        }
        return Failure.of(Kind.BROKEN, Text.of("live.failed.broken", host));
    }

    private @Nullable Failure tooLarge(Throwable thrown) {
        LimitedBody.TooLargeException large = find(thrown, LimitedBody.TooLargeException.class);
        return large == null
                ? null
                : Failure.of(Kind.TOO_LARGE, Text.of("live.failed.tooLarge", connection.host(), large.limit >> 20));
    }

    private Failure tls(Throwable thrown, String host) {
        if (has(thrown, CertificateExpiredException.class) || has(thrown, CertificateNotYetValidException.class)) {
            return Failure.of(Kind.EXPIRED, Text.of("live.failed.expired", host));
        }
        if (has(thrown, CertPathBuilderException.class) || has(thrown, CertPathValidatorException.class)) {
            return Failure.of(Kind.UNTRUSTED, Text.of("live.failed.untrusted", host));
        }
        if (has(thrown, CertificateException.class)) {
            // the path was built, so that it is the name that does not fit
            return Failure.of(Kind.OTHER_NAME, Text.of("live.failed.otherName", host));
        }
        String said = messages(thrown);
        if (said.contains("certificate_required")
                || said.contains("bad_certificate")
                || said.contains("certificate_unknown")
                || said.contains("unknown_ca")) {
            return Failure.of(
                    Kind.CLIENT_CERTIFICATE,
                    connection.tls().certificate() == null
                            ? Text.of("live.failed.clientCertificate", host)
                            : Text.of("live.failed.otherClientCertificate", host));
        }
        if (said.contains("unrecognized ssl message") || said.contains("plaintext connection")) {
            return Failure.of(Kind.OTHER_SCHEME, Text.of("live.failed.notTls", address()));
        }
        return Failure.of(Kind.TLS, Text.of("live.failed.tls", host));
    }

    private String address() {
        int port = connection.base().getPort();
        int shown = port >= 0 ? port : connection.isEncrypted() ? 443 : 80;
        return connection.host() + ":" + shown;
    }

    private String proxy() {
        InetSocketAddress proxy = connection.proxy();
        return proxy == null ? "" : proxy.getHostString() + ":" + proxy.getPort();
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        return find(thrown, type) != null;
    }

    /** The outermost of this type among a failure and its causes. */
    private static <T extends Throwable> @Nullable T find(Throwable thrown, Class<T> type) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static String messages(Throwable thrown) {
        StringBuilder all = new StringBuilder();
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            all.append(cause.getMessage()).append('\n');
            cause = cause.getCause();
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }
}
