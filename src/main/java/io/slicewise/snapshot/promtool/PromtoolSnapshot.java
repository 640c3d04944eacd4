package io.slicewise.snapshot.promtool;

import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.collect.WholeText;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.scrape.ExpositionSnapshot;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what promtool prints of a query's answer. */
public final class PromtoolSnapshot {
    private static final Pattern BEGINNING =
            Pattern.compile("^(?:[a-zA-Z_:][\\w:]{0,200})?\\{.*} =>(?: \\S+ @\\[\\d|[ \\t]*$)", Pattern.MULTILINE);
    private static final Pattern SERIES = Pattern.compile("(.*}|[a-zA-Z_:][\\w:]*) =>(.*)");
    private static final Pattern SAMPLE = Pattern.compile("\\s*(\\S+) @\\[(\\d{1,15}(?:\\.\\d{1,9})?)]\\s*");

    /** The series whose samples come in lines of their own. */
    private String open = "";

    private PromtoolSnapshot() {}

    /** The format; line numbers are those of the text. */
    public static SnapshotFormat format() {
        SnapshotFormat lines = ExpositionSnapshot.format();
        return SnapshotFormat.of(
                "promtool",
                beginning -> BEGINNING.matcher(beginning.text()).find(),
                (builder, name, in, watch) -> read(lines, builder, name, in, watch));
    }

    private static Understood read(
            SnapshotFormat lines, SnapshotBuilder builder, String name, InputStream in, ReadWatch watch)
            throws IOException {
        byte[] bytes = in.readNBytes(WholeText.LARGEST + 1);
        if (bytes.length > WholeText.LARGEST) {
            return new Understood(List.of(), Text.of("snapshot.tooLarge", (long) WholeText.LARGEST >> 20), false);
        }
        PromtoolSnapshot reader = new PromtoolSnapshot();
        StringBuilder exposition = new StringBuilder(bytes.length);
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .forEach(line -> exposition.append(reader.line(line)).append('\n'));
        byte[] text = exposition.toString().getBytes(StandardCharsets.UTF_8);
        return lines.read(builder, name, new ByteArrayInputStream(text), watch);
    }

    /** A line as Prometheus text; nothing for one that tells no value, and as it is where it is something else. */
    private String line(String line) {
        Matcher series = SERIES.matcher(line);
        String values = line;
        if (series.matches()) {
            open = series.group(1);
            values = series.group(2);
            if (values.isBlank()) {
                return "";
            }
        }
        Matcher sample = SAMPLE.matcher(values);
        if (open.isEmpty() || !sample.matches()) {
            return line;
        }
        BigDecimal millis = new BigDecimal(sample.group(2)).movePointRight(3).setScale(0, RoundingMode.HALF_UP);
        return open + " " + sample.group(1) + " " + millis.toPlainString();
    }
}
