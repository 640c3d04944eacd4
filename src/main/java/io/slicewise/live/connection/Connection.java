package io.slicewise.live.connection;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A server with Prometheus' HTTP API, and the way to it. Holds no secret.
 *
 * @param base the address that {@code /api/v1/query} follows, without a slash at its end; Mimir, Thanos and Grafana's
 *     proxies have a path in it
 * @param access how the server lets a person in
 * @param tls certificates of one's own
 * @param proxy the way out; {@code null} for the system's
 * @param tenant the value of {@code X-Scope-OrgID}, by which Mimir, Cortex and Loki tell tenants apart; empty for none
 * @param headers names of further headers, whose values are in {@link Credentials}
 * @param timeout how long an answer may take
 */
public record Connection(
        URI base,
        Access access,
        Tls tls,
        @Nullable InetSocketAddress proxy,
        String tenant,
        List<String> headers,
        Duration timeout) {
    /** Prometheus itself gives up after two minutes; no one who looks at a window waits so long. */
    public static final Duration TIMEOUT = Duration.ofSeconds(30);

    public Connection {
        headers = List.copyOf(headers);
    }

    /** Straight to an address, without any access. */
    public static Connection to(URI base) {
        return new Connection(base, new Access.None(), Tls.DEFAULT, null, "", List.of(), TIMEOUT);
    }

    /** To another address. */
    public Connection withBase(URI newBase) {
        return new Connection(newBase, access, tls, proxy, tenant, headers, timeout);
    }

    /** With another access. */
    public Connection withAccess(Access newAccess) {
        return new Connection(base, newAccess, tls, proxy, tenant, headers, timeout);
    }

    /** With other certificates. */
    public Connection withTls(Tls newTls) {
        return new Connection(base, access, newTls, proxy, tenant, headers, timeout);
    }

    /** With another way out. */
    public Connection withProxy(@Nullable InetSocketAddress newProxy) {
        return new Connection(base, access, tls, newProxy, tenant, headers, timeout);
    }

    /** As another tenant. */
    public Connection withTenant(String newTenant) {
        return new Connection(base, access, tls, proxy, newTenant, headers, timeout);
    }

    /** With other headers, whose values are in the credentials. */
    public Connection withHeaders(List<String> names) {
        return new Connection(base, access, tls, proxy, tenant, names, timeout);
    }

    /** With more or less patience. */
    public Connection withTimeout(Duration newTimeout) {
        return new Connection(base, access, tls, proxy, tenant, headers, newTimeout);
    }

    /** Whether everything goes over TLS. */
    public boolean isEncrypted() {
        return "https".equals(base.getScheme());
    }

    /** Whether secrets go over the network as they are. What stays on this machine goes over none. */
    public boolean exposesSecrets() {
        boolean isHere = host().equals("localhost") || host().startsWith("127.") || host().equals("[::1]");
        return !isEncrypted() && !isHere && (!(access instanceof Access.None) || !headers.isEmpty());
    }

    /** The server's name, as people say it. */
    public String host() {
        return Objects.requireNonNullElse(base.getHost(), base.toString());
    }
}
