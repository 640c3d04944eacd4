package io.slicewise.live.http;

import io.slicewise.text.Text;
import io.slicewise.text.Thrown;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer.
 *
 * @param kind what failed
 * @param message what failed and what to do
 * @param retryAfter how long the server asked to be left alone; {@code null} where it did not
 */
public record Failure(Kind kind, Text message, @Nullable Duration retryAfter) {
    /** What failed, from the outside in. */
    public enum Kind {
        /** The settings themselves: a file of certificates that cannot be read. */
        SETTINGS(false),
        /** The server's name is not known. */
        NAME(true),
        /** Nothing listens there. */
        REFUSED(true),
        /** No way leads there. */
        UNREACHABLE(true),
        /** No answer in time. */
        TIMEOUT(true),
        /** The connection broke off. */
        BROKEN(true),
        /** TLS: no one who is trusted signed the certificate. */
        UNTRUSTED(false),
        /** TLS: the certificate is for another name. */
        OTHER_NAME(false),
        /** TLS: the certificate's time is over, or has not begun. */
        EXPIRED(false),
        /** TLS: the server wants a certificate from the client. */
        CLIENT_CERTIFICATE(false),
        /** The server does not speak TLS, or speaks nothing else. */
        OTHER_SCHEME(false),
        /** TLS: something else. */
        TLS(false),
        /** The proxy wants to know who asks. */
        PROXY(false),
        /** The server wants to know who asks. */
        UNAUTHORIZED(false),
        /** The server wants to know which tenant asks. */
        TENANT(false),
        /** Who asks may not. */
        FORBIDDEN(false),
        /** The server sends elsewhere. */
        REDIRECT(false),
        /** There is nothing at this path. */
        NOT_FOUND(false),
        /** A page for people. */
        NOT_PROMETHEUS(false),
        /** The server has too much to do. */
        BUSY(true),
        /** The server is broken. */
        SERVER(true),
        /** The query is too much for the server's limits. */
        TOO_MANY_SAMPLES(false),
        /** The server does not take the query. */
        QUERY(false),
        /** The answer is larger than this program takes. */
        TOO_LARGE(false),
        /** No series of DCGM. */
        NO_DCGM(true),
        /** Series of DCGM, but none of an instance. */
        NO_MIG(true),
        /** A person ended it. */
        CANCELLED(false);

        private final boolean passes;

        Kind(boolean passes) {
            this.passes = passes;
        }

        /** Whether it can be over without anyone changing the settings, so that trying again makes sense. */
        public boolean passes() {
            return passes;
        }
    }

    /** What to say about a fault of this program. Only its kind: the message of an exception can hold anything. */
    public static Text inside(Throwable thrown) {
        return Thrown.isLackOfMemory(thrown)
                ? Text.of("live.failed.memory")
                : Text.of("live.failed.internal", thrown.getClass().getSimpleName());
    }

    /** A failure whose message is the kind's own. */
    public static Failure of(Kind kind, Text message) {
        return new Failure(kind, message, null);
    }
}
