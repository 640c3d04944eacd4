package io.slicewise.live.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.connection.Tls;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS against small servers with certificates of an authority that nobody else knows. */
class TlsTest {
    private static final Credentials PASSWORD = new Credentials(null, Secret.of(TestCa.PASSWORD), Map.of());

    @TempDir
    private static Path folder;

    private static TestCa ca;
    private static Path right;
    private static Path client;

    @BeforeAll
    static void sign() throws Exception {
        ca = new TestCa(folder);
        right = ca.certificate("right", "ip:127.0.0.1,dns:localhost");
        client = ca.certificate("client", "dns:client.example");
    }

    private static Stub stub(Path certificate, boolean wantsCertificate) throws Exception {
        return Stub.https(ca.server(certificate), wantsCertificate, asked -> Said.number(1));
    }

    private static @Nullable Kind kind(Connection connection, Credentials credentials) {
        try (ApiClient api = ApiClient.of(connection, credentials, InstantSource.system())) {
            api.ask("/api/v1/query", Map.of("query", "1"), new Cancel());
            return null;
        } catch (LiveException e) {
            return e.failure().kind();
        }
    }

    private static Connection trusting(Stub stub) throws Exception {
        return stub.connection().withTls(new Tls(ca.pem(), null, null));
    }

    @Test
    void anAuthorityOfOnesOwnIsTrustedWhenItIsNamedAndNotBefore() throws Exception {
        try (Stub stub = stub(right, false)) {
            assertEquals(Kind.UNTRUSTED, kind(stub.connection(), Credentials.NONE));
            assertEquals(null, kind(trusting(stub), Credentials.NONE));
        }
    }

    @Test
    void aCertificateForAnotherNameIsNoCertificate() throws Exception {
        try (Stub stub = stub(ca.certificate("elsewhere", "dns:elsewhere.example"), false)) {
            assertEquals(Kind.OTHER_NAME, kind(trusting(stub), Credentials.NONE));
        }
    }

    @Test
    void aCertificateWhoseTimeIsOverIsSaidToBeSo() throws Exception {
        Path old = ca.certificate("old", "ip:127.0.0.1", "-startdate", "-10d", "-validity", "2");
        try (Stub stub = stub(old, false)) {
            assertEquals(Kind.EXPIRED, kind(trusting(stub), Credentials.NONE));
        }
    }

    @Test
    void aClientCertificateIsWantedAndTakenAsPkcs12AndAsPem() throws Exception {
        try (Stub stub = stub(right, true)) {
            Connection connection = trusting(stub);
            for (int i = 0; i < 10; i++) {
                assertEquals(Kind.CLIENT_CERTIFICATE, kind(connection, Credentials.NONE));
            }
            Tls pkcs12 = new Tls(ca.pem(), client, null);
            assertEquals(null, kind(connection.withTls(pkcs12), PASSWORD));
            Path pem = ca.pem(client, "client.pem");
            assertEquals(null, kind(connection.withTls(new Tls(ca.pem(), pem, null)), Credentials.NONE));
            assertEquals(null, kind(connection.withTls(new Tls(ca.pem(), pem, pem)), Credentials.NONE));
        }
    }

    @Test
    void aServerWithoutTlsIsToldApart() throws Exception {
        // as servers in Go do: a request that is none is answered with one
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> {
                try (Socket one = plain.accept()) {
                    one.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    one.getInputStream().readNBytes(1);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort());
            assertEquals(Kind.OTHER_SCHEME, kind(Connection.to(address), Credentials.NONE));
        }
    }

    @Test
    void aServerThatWantsTlsIsToldApart() throws Exception {
        try (Stub stub =
                Stub.http(asked -> Said.of(400, "text/plain", "Client sent an HTTP request to an HTTPS server.\n"))) {
            assertEquals(Kind.OTHER_SCHEME, kind(stub.connection(), Credentials.NONE));
        }
        try (Stub secured = stub(right, false)) {
            URI bare = URI.create("http://127.0.0.1:" + secured.base().getPort());
            assertEquals(Kind.OTHER_SCHEME, kind(secured.connection().withBase(bare), Credentials.NONE));
        }
    }

    @Test
    void filesThatCannotBeUsedAreNamed() throws Exception {
        Connection connection = Connection.to(URI.create("https://127.0.0.1:1"));
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing");
        Path missing = folder.resolve("missing.pem");
        for (Tls tls : new Tls[] {
            new Tls(empty, null, null),
            new Tls(missing, null, null),
            new Tls(null, empty, null),
            new Tls(null, client, null),
            new Tls(null, ca.pem(), null)
        }) {
            LiveException thrown = assertThrows(
                    LiveException.class,
                    () -> ApiClient.of(
                            connection.withTls(tls), Credentials.of(Secret.of("x")), InstantSource.system()));
            assertEquals(Kind.SETTINGS, thrown.failure().kind());
            assertFalse(thrown.failure().message().args().isEmpty());
        }
    }
}
