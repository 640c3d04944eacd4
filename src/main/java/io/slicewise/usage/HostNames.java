package io.slicewise.usage;

import io.slicewise.fleet.Gpu;
import java.util.List;

/**
 * Names of a fleet's hosts as short as tells them apart: without the domain, where all hosts are in the same one.
 *
 * @param several whether there are several: one alone needs no name
 * @param domain what is left out, from its dot on; empty where hosts are in several domains or in none
 */
public record HostNames(boolean several, String domain) {
    /** Those of a fleet without GPUs. */
    public static final HostNames NONE = new HostNames(false, "");

    public static HostNames of(List<Gpu> gpus) {
        List<String> domains = gpus.stream()
                .map(Gpu::host)
                .map(host -> host.substring(Math.max(0, host.indexOf('.'))))
                .distinct()
                .limit(2)
                .toList();
        boolean shared = domains.size() == 1 && domains.getFirst().startsWith(".");
        return new HostNames(Naming.hasSeveralHosts(gpus), shared ? domains.getFirst() : "");
    }

    public String brief(String host) {
        return host.endsWith(domain) ? host.substring(0, host.length() - domain.length()) : host;
    }

    /** A GPU with its host in front where there are several. */
    public String gpu(Gpu gpu) {
        return several && !gpu.host().isEmpty() ? brief(gpu.host()) + Naming.BETWEEN + gpu.name() : gpu.name();
    }

    /**
     * The name of something on a host where the host stands beside it: without the host.
     *
     * @param name with the host as {@link Naming} has it or in full; it stays as it is where the host does not stand in front
     */
    public String besideHost(String name, String host) {
        String before = (name.startsWith(host) ? host : brief(host)) + Naming.BETWEEN;
        return !host.isEmpty() && name.startsWith(before) ? name.substring(before.length()) : name;
    }
}
