package io.slicewise.bench;

import io.slicewise.bench.ExportPlan.Series;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes exports of any size: {@code exposition}, {@code range} (Prometheus' JSON), {@code lines} (VictoriaMetrics'
 * JSON), {@code wide} and {@code long} (Grafana's CSV).
 *
 * <p>{@code java … io.slicewise.bench.ExportGenerator range FILE gpus=100 days=30 step=60 gaps=0.001 changes=2 seed=1}
 */
public final class ExportGenerator {
    private static final String METRIC = "DCGM_FI_PROF_GR_ENGINE_ACTIVE";
    private static final int MILLION = 1_000_000;

    private final ExportPlan plan;
    private final List<Series> series;
    private final byte[][] labels;
    private final OutputStream out;
    private final byte[] digits = new byte[24];

    private ExportGenerator(ExportPlan plan, OutputStream out) {
        this.plan = plan;
        this.out = out;
        series = plan.series();
        labels = new byte[series.size()][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = labels(series.get(i)).getBytes(StandardCharsets.UTF_8);
        }
    }

    /** @param arguments format, file, and what is to be in it as {@code name=value} */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            System.err.println("format (exposition, range, lines, wide, long), file, and gpus= days= step= gaps= changes="
                    + " jitter= seed=");
            System.exit(2);
        }
        Map<String, String> named = new TreeMap<>();
        for (int i = 2; i < arguments.length; i++) {
            String[] parts = arguments[i].split("=", 2);
            named.put(parts[0], parts.length > 1 ? parts[1] : "");
        }
        Path file = Path.of(arguments[1]);
        write(arguments[0], ExportPlan.of(named), file);
        System.out.printf(Locale.ROOT, "%s: %.1f MB%n", file, Files.size(file) / 1e6);
    }

    /** Writes a file. */
    static void write(String format, ExportPlan plan, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            ExportGenerator generator = new ExportGenerator(plan, out);
            switch (format) {
                case "exposition" -> generator.exposition();
                case "range" -> generator.range();
                case "lines" -> generator.lines();
                case "wide" -> generator.wide();
                case "long" -> generator.longTable();
                default -> throw new IllegalArgumentException("no format is called " + format);
            }
        }
    }

    private String labels(Series one) {
        return String.format(
                Locale.ROOT,
                "{gpu=\"%d\",UUID=\"%s\",device=\"nvidia%d\",modelName=\"NVIDIA A100-SXM4-80GB\",GPU_I_PROFILE=\"%s\","
                        + "GPU_I_ID=\"%d\",Hostname=\"%s\",namespace=\"team-%d\",pod=\"job-%d-%d\"}",
                plan.number(one.gpu()),
                plan.uuid(one.gpu()),
                plan.number(one.gpu()),
                one.profile(),
                one.id(),
                plan.host(one.gpu()),
                one.gpu() % 5,
                one.gpu(),
                one.id());
    }

    private void exposition() throws IOException {
        boolean several = plan.instants() > 1;
        for (int instant = 0; instant < plan.instants(); instant++) {
            text("# HELP " + METRIC + " Ratio of time the graphics engine is active.\n# TYPE " + METRIC + " gauge\n");
            for (int i = 0; i < labels.length; i++) {
                if (has(i, instant)) {
                    text(METRIC);
                    out.write(labels[i]);
                    out.write(' ');
                    value(i, instant);
                    if (several) {
                        out.write(' ');
                        number(plan.millis(series.get(i).gpu(), instant));
                    }
                    out.write('\n');
                }
            }
        }
    }

    private boolean has(int i, int instant) {
        Series one = series.get(i);
        return instant >= one.from() && instant < one.to() && !plan.isMissing(one, instant);
    }

    private void range() throws IOException {
        text("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        for (int i = 0; i < labels.length; i++) {
            text(i == 0 ? "" : ",");
            metric(i);
            text("\"values\":[");
            boolean first = true;
            for (int instant = series.get(i).from(); instant < series.get(i).to(); instant++) {
                if (has(i, instant)) {
                    text(first ? "[" : ",[");
                    seconds(plan.millis(series.get(i).gpu(), instant));
                    text(",\"");
                    value(i, instant);
                    text("\"]");
                    first = false;
                }
            }
            text("]}");
        }
        text("]}}\n");
    }

    private void lines() throws IOException {
        for (int i = 0; i < labels.length; i++) {
            metric(i);
            text("\"values\":[");
            String comma = "";
            for (int instant = series.get(i).from(); instant < series.get(i).to(); instant++) {
                if (has(i, instant)) {
                    text(comma);
                    value(i, instant);
                    comma = ",";
                }
            }
            text("],\"timestamps\":[");
            comma = "";
            for (int instant = series.get(i).from(); instant < series.get(i).to(); instant++) {
                if (has(i, instant)) {
                    text(comma);
                    number(plan.millis(series.get(i).gpu(), instant));
                    comma = ",";
                }
            }
            text("]}\n");
        }
    }

    private void metric(int i) throws IOException {
        String json = new String(labels[i], StandardCharsets.UTF_8)
                .replace("=\"", "\":\"")
                .replace("\",", "\",\"")
                .replace("{", "{\"__name__\":\"" + METRIC + "\",\"");
        text("{\"metric\":" + json + ",");
    }

    private void wide() throws IOException {
        text("\"Time\"");
        for (byte[] one : labels) {
            text(",\"" + new String(one, StandardCharsets.UTF_8).replace("\"", "\"\"") + "\"");
        }
        for (int instant = 0; instant < plan.instants(); instant++) {
            out.write('\n');
            number((ExportPlan.START + (long) instant * plan.step()) * 1000);
            for (int i = 0; i < labels.length; i++) {
                out.write(',');
                if (has(i, instant)) {
                    value(i, instant);
                }
            }
        }
        out.write('\n');
    }

    private void longTable() throws IOException {
        text("Time,UUID,gpu,modelName,GPU_I_PROFILE,GPU_I_ID,Hostname,Value\n");
        for (int instant = 0; instant < plan.instants(); instant++) {
            for (int i = 0; i < labels.length; i++) {
                if (has(i, instant)) {
                    Series one = series.get(i);
                    number(plan.millis(one.gpu(), instant));
                    text("," + plan.uuid(one.gpu()) + "," + plan.number(one.gpu()) + ",NVIDIA A100-SXM4-80GB,");
                    text(one.profile() + "," + one.id() + "," + plan.host(one.gpu()) + ",");
                    value(i, instant);
                    out.write('\n');
                }
            }
        }
    }

    private void text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            out.write(text.charAt(i));
        }
    }

    /** As Prometheus writes a time: seconds, with three decimals where there are some. */
    private void seconds(long millis) throws IOException {
        number(millis / 1000);
        if (millis % 1000 != 0) {
            out.write('.');
            decimals((int) (millis % 1000), 100);
        }
    }

    private void value(int i, int instant) throws IOException {
        int millionths = plan.value(series.get(i), instant);
        out.write('0' + millionths / MILLION);
        out.write('.');
        decimals(millionths % MILLION, MILLION / 10);
    }

    private void decimals(int fraction, int tenth) throws IOException {
        int rest = fraction;
        int place = tenth;
        while (rest > 0) {
            out.write('0' + rest / place);
            rest %= place;
            place /= 10;
        }
        if (fraction == 0) {
            out.write('0');
        }
    }

    private void number(long number) throws IOException {
        int at = digits.length;
        long rest = number;
        do {
            digits[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        out.write(digits, at, digits.length - at);
    }
}
