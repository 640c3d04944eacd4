package io.slicewise.cli;

import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.usage.timeline.PowerCurve;
import io.slicewise.usage.timeline.RangeStatistics;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/**
 * What GPUs drew in a part of a time, each of them once.
 *
 * @param host whose GPUs; empty for all of them
 * @param curve what they drew
 * @param from the first instant
 * @param to the instant after the last
 */
record RangePower(String host, PowerCurve curve, long from, long to) {
    private static final int DECIMALS = 1;
    private static final int KWH_DECIMALS = 2;

    /** Of all hosts by name, and then of all GPUs; nothing where no one measured any. */
    static List<RangePower> of(Timeline timeline, long from, long to) {
        List<RangePower> all = new ArrayList<>();
        List<String> hosts = PowerCurve.hosts(timeline);
        if (hosts.size() > 1) {
            for (String host : hosts) {
                all.add(new RangePower(host, PowerCurve.ofHost(timeline, host), from, to));
            }
        }
        if (!hosts.isEmpty()) {
            all.add(new RangePower("", PowerCurve.of(timeline), from, to));
        }
        return all;
    }

    /** For people. */
    static List<String> lines(List<RangePower> all, Messages words) {
        if (all.isEmpty()) {
            return List.of();
        }
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.host")),
                TextTable.number(words.say("cli.column.gpus")),
                TextTable.number(words.say("cli.range.mean")),
                TextTable.number(words.say("cli.range.p95")),
                TextTable.number(words.say("cli.range.max")),
                TextTable.number(words.say("cli.column.energy"))));
        for (RangePower one : all) {
            RangeStatistics statistics = one.statistics();
            table.row(List.of(
                    one.equals(all.getLast()) ? words.say("cli.averages.fleet") : name(one.host()),
                    String.valueOf(one.curve().gpus()),
                    watts(statistics.mean()),
                    watts(statistics.p95()),
                    watts(statistics.max()),
                    Numbers.decimal(one.kilowattHours(), KWH_DECIMALS) + " kWh"));
        }
        List<String> lines = new ArrayList<>(List.of("", words.say("cli.power.range")));
        lines.addAll(table.lines());
        if (!all.getLast().isComplete()) {
            lines.add(words.say("cli.power.some", all.getLast().curve().gpus()));
        }
        return lines;
    }

    /** For programs. */
    static void write(JsonGenerator json, List<RangePower> all) {
        if (all.isEmpty()) {
            json.writeNullProperty("power");
            return;
        }
        json.writeObjectPropertyStart("power");
        all.getLast().write(json);
        json.writeArrayPropertyStart("hosts");
        for (RangePower one : all.subList(0, all.size() - 1)) {
            json.writeStartObject();
            Json.put(json, "host", one.host().isEmpty() ? null : one.host());
            one.write(json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void write(JsonGenerator json) {
        RangeStatistics statistics = statistics();
        json.writeNumberProperty("gpus", curve.gpus());
        json.writeBooleanProperty("complete", isComplete());
        Json.put(json, "meanWatts", statistics.mean());
        Json.put(json, "medianWatts", statistics.median());
        Json.put(json, "p95Watts", statistics.p95());
        Json.put(json, "minWatts", statistics.min());
        Json.put(json, "maxWatts", statistics.max());
        Json.put(json, "kilowattHours", kilowattHours());
    }

    private RangeStatistics statistics() {
        return curve.statistics(from, to);
    }

    private double kilowattHours() {
        return curve.kilowattHours(from, to);
    }

    private boolean isComplete() {
        return curve.isComplete(from, to);
    }

    static String name(String host) {
        return host.isEmpty() ? Numbers.NONE : host;
    }

    static String watts(double watts) {
        return Double.isNaN(watts) ? Numbers.NONE : Numbers.decimal(watts, DECIMALS) + " W";
    }
}
