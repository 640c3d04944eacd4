package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.Beginning;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code promtool query instant} and {@code promtool query range} print, as lines of Prometheus text: series with
 * {@code value @[time]}, of a range with a line for each sample.
 */
final class PromtoolLines {
    private static final Pattern BEGINNING =
            Pattern.compile("^(?:[a-zA-Z_:][\\w:]{0,200})?\\{.*} =>(?: \\S+ @\\[\\d|[ \\t]*$)", Pattern.MULTILINE);
    private static final Pattern SERIES = Pattern.compile("(.*}|[a-zA-Z_:][\\w:]*) =>(.*)");
    private static final Pattern SAMPLE = Pattern.compile("\\s*(\\S+) @\\[(\\d{1,15}(?:\\.\\d{1,9})?)]\\s*");

    /** The series whose samples come in lines of their own. */
    private String open = "";

    private PromtoolLines() {}

    static boolean recognises(Beginning beginning) {
        String text = beginning.text();
        return text.contains(" =>") && BEGINNING.matcher(text).find();
    }

    /** The text as Prometheus text, line by line: what stands in a line stands in the same one there. */
    static String exposition(String printed) {
        PromtoolLines reader = new PromtoolLines();
        StringBuilder exposition = new StringBuilder(printed.length());
        printed.lines().forEach(line -> exposition.append(reader.line(line)).append('\n'));
        return exposition.toString();
    }

    /** Nothing for a line that tells no value, and as it is where it is something else. */
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
