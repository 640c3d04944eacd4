package io.slicewise.desktop.fleet;

import io.slicewise.usage.Naming;
import io.slicewise.usage.survey.GpuRow;
import java.util.List;

/**
 * Names of hosts as short as tells them apart: without the domain, where all hosts are in the same one.
 *
 * @param domain what is left out, from its dot on; empty where hosts are in several domains or in none
 */
record HostNames(String domain) {
    static HostNames of(List<GpuRow> gpus) {
        List<String> domains = gpus.stream()
                .map(row -> row.gpu().host())
                .map(host -> host.substring(Math.max(0, host.indexOf('.'))))
                .distinct()
                .limit(2)
                .toList();
        boolean shared = domains.size() == 1 && domains.getFirst().startsWith(".");
        return new HostNames(shared ? domains.getFirst() : "");
    }

    String brief(String host) {
        return host.endsWith(domain) ? host.substring(0, host.length() - domain.length()) : host;
    }

    /**
     * The name of something on a host, without the domain or, where the host stands beside it, without the host.
     *
     * @param host in front of the name; empty where the fleet has one host
     */
    String onHost(String name, String host, boolean beside) {
        if (host.isEmpty() || !name.startsWith(host + Naming.BETWEEN)) {
            return name;
        }
        return beside
                ? name.substring(host.length() + Naming.BETWEEN.length())
                : brief(host) + name.substring(host.length());
    }
}
