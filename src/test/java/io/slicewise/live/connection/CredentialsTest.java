package io.slicewise.live.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static final Access BASIC = new Access.Basic("kim");

    @Test
    void aHeaderThatIsRepeatedShowsNoPassword() {
        Credentials credentials = Credentials.of(Secret.of("s3cr&t/?<x>\""));
        String header = "Basic " + base64("kim:s3cr&t/?<x>\"");
        assertEquals("I got Basic •••", credentials.without("I got " + header, BASIC));
        assertEquals(
                "I got Basic •••",
                credentials.without(
                        "I got "
                                + URLEncoder.encode(header, StandardCharsets.UTF_8)
                                        .replace("Basic+", "Basic "),
                        BASIC));
        assertEquals("•••", credentials.without("s3cr&amp;t/?&lt;x&gt;&quot;", BASIC));
        assertEquals("•••", credentials.without("s3cr&t/?<x>\\\"", BASIC));
        assertEquals("p=•••", credentials.without("p=s3cr%26t%2f%3F%3Cx%3e%22", BASIC));
    }

    @Property(tries = 300)
    void noFormOfASecretIsLeft(
            @ForAll @NotBlank @StringLength(min = 6, max = 40) @CharRange(from = '!', to = '~') String secret,
            @ForAll @StringLength(min = 1, max = 10) @CharRange(from = 'a', to = 'z') String user) {
        Credentials credentials = new Credentials(Secret.of(secret), null, Map.of("X-Key", Secret.of("k-" + secret)));
        for (String form : List.of(
                secret,
                base64(secret),
                base64(user + ":" + secret),
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                URLEncoder.encode(base64(user + ":" + secret), StandardCharsets.UTF_8))) {
            assertEquals("<•••>", credentials.without("<" + form + ">", new Access.Basic(user)), form);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void secretsAreExposedWhereNothingEncryptsThem() {
        Connection plain = to("http://prometheus.example");
        assertTrue(plain.withAccess(BASIC).exposesSecrets());
        assertTrue(plain.withAccess(new Access.Bearer()).exposesSecrets());
        assertTrue(plain.withHeaders(List.of("X-Key")).exposesSecrets());
        assertFalse(plain.exposesSecrets());
        assertFalse(to("https://prometheus.example").withAccess(BASIC).exposesSecrets());
        for (String here : List.of("http://localhost:9090", "http://127.0.0.1:9090", "http://[::1]:9090")) {
            assertFalse(to(here).withAccess(BASIC).exposesSecrets());
        }
    }

    private static Connection to(String base) {
        return Connection.to(URI.create(base));
    }
}
