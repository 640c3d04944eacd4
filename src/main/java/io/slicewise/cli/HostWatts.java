package io.slicewise.cli;

import io.slicewise.fleet.Gpu;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;

/**
 * What the GPUs of a host draw at a moment, each of them once, those without instances too.
 *
 * @param host its name; empty where it was not said
 * @param gpus how many GPUs it has
 * @param measured of how many the power is known
 * @param watts what those draw together; {@code NaN} where it is none
 */
record HostWatts(String host, int gpus, int measured, double watts) {
    /** Of all hosts, by name; none where no power is known. */
    static List<HostWatts> of(FleetOfFiles files) {
        if (files.members().stream()
                        .allMatch(member -> Double.isNaN(member.gpu().powerWatts()))
                && files.beside().wholeGpus().stream().allMatch(gpu -> Double.isNaN(gpu.powerWatts()))) {
            return List.of();
        }
        TreeMap<String, List<Double>> byHost = new TreeMap<>();
        for (FleetOfFiles.Member member : files.members()) {
            Gpu gpu = member.gpu();
            byHost.computeIfAbsent(gpu.host(), _ -> new ArrayList<>()).add(gpu.powerWatts());
        }
        for (WholeGpu gpu : files.beside().wholeGpus()) {
            byHost.computeIfAbsent(gpu.host(), _ -> new ArrayList<>()).add(gpu.powerWatts());
        }
        List<HostWatts> hosts = new ArrayList<>();
        byHost.forEach((host, watts) -> hosts.add(of(host, watts)));
        return hosts;
    }

    private static HostWatts of(String host, List<Double> watts) {
        List<Double> known = watts.stream().filter(one -> !one.isNaN()).toList();
        double sum = known.stream().mapToDouble(one -> one).sum();
        return new HostWatts(host, watts.size(), known.size(), known.isEmpty() ? Double.NaN : sum);
    }

    /** For people; nothing where no power is known. */
    static List<String> lines(List<HostWatts> hosts, Messages words) {
        if (hosts.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.host")),
                TextTable.number(words.say("cli.column.measured")),
                TextTable.number(words.say("cli.column.power"))));
        hosts.forEach(host -> table.row(row(RangePower.name(host.host()), host)));
        if (hosts.size() > 1) {
            table.row(row(
                    words.say("cli.averages.fleet"),
                    new HostWatts(
                            "",
                            hosts.stream().mapToInt(HostWatts::gpus).sum(),
                            hosts.stream().mapToInt(HostWatts::measured).sum(),
                            hosts.stream()
                                    .filter(host -> host.measured() > 0)
                                    .mapToDouble(HostWatts::watts)
                                    .sum())));
        }
        List<String> lines = new ArrayList<>(List.of("", words.say("cli.power.moment")));
        lines.addAll(table.lines());
        return lines;
    }

    private static List<String> row(String name, HostWatts host) {
        return List.of(name, host.measured() + "/" + host.gpus(), RangePower.watts(host.watts()));
    }

    /** For programs; nothing where no power is known. */
    static void write(JsonGenerator json, List<HostWatts> hosts) {
        if (hosts.isEmpty()) {
            return;
        }
        json.writeArrayPropertyStart("hosts");
        for (HostWatts host : hosts) {
            json.writeStartObject();
            Json.put(json, "host", host.host().isEmpty() ? null : host.host());
            json.writeNumberProperty("gpus", host.gpus());
            json.writeNumberProperty("powerMeasured", host.measured());
            Json.put(json, "powerWatts", host.watts());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
