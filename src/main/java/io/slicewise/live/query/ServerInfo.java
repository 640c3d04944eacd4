package io.slicewise.live.query;

/**
 * What kind of server it is.
 *
 * @param product what it is called; empty where it does not say
 * @param version its version; empty where it does not say
 */
public record ServerInfo(String product, String version) {
    /** A server that does not tell. */
    public static final ServerInfo UNKNOWN = new ServerInfo("", "");

    /** {@code Prometheus 2.42.0}; empty where it says nothing. */
    public String shown() {
        return (product + " " + version).strip();
    }
}
