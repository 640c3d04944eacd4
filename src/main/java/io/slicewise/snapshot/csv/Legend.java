package io.slicewise.snapshot.csv;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SourceLabels;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a series is called, as far as it tells whose it is: a metric with labels, labels alone, or words such as
 * {@code gpu 0 / 7 (1g.5gb)}.
 *
 * @param metric the metric's name, empty where the legend has none
 * @param source whose it is
 */
record Legend(String metric, RawSource source) {
    private static final Pattern LABELS =
            Pattern.compile("([a-zA-Z_:][\\w:.]{0,200})?\\s*\\{(.{0,8000})\\}", Pattern.DOTALL);
    private static final Pattern LABEL = Pattern.compile(
            "([a-zA-Z_][\\w.]{0,100}+)\\s*=~?\\s*(?:\"((?:[^\"\\\\]|\\\\.){0,2000}+)\"|([^,\"{}]{0,200}+))");
    private static final Pattern UUID = Pattern.compile("GPU-[0-9a-fA-F]{4,}(?:-[0-9a-fA-F]+){0,6}");
    private static final Pattern GPU = Pattern.compile("(?i)\\bgpu[ :#=_-]{0,3}(\\d{1,4})\\b");
    private static final Pattern PROFILE = Pattern.compile(
            "\\b(?:\\d{1,2}c\\.)?\\d{1,2}g\\.\\d{1,4}gb(?:[+.-]me(?:\\.all)?|\\+gfx)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTANCE =
            Pattern.compile("(?i)\\b(?:gpu[_ -]?i(?:nstance)?|gi|instance|mig)[ _-]?(?:id)?[ :#=_-]{0,3}(\\d{1,4})\\b");
    private static final Pattern LAST_NUMBER = Pattern.compile("(?<![\\w.-])(\\d{1,4})(?![\\w.-]*\\w)");

    /** Longer than a legend is; regular expressions are not run over more. */
    private static final int LONGEST = 10_000;

    static Legend of(String text) {
        if (text.length() > LONGEST) {
            return new Legend("", RawSource.of("", "", "", "", ""));
        }
        Matcher labels = LABELS.matcher(text.strip());
        if (labels.matches()) {
            return labelled(labels.group(1) == null ? "" : labels.group(1), labels.group(2));
        }
        Legend bare = labelled("", text);
        return bare.isInstance() || bare.isGpu() ? bare : worded(text);
    }

    private static Legend labelled(String name, String inside) {
        SourceLabels names = new SourceLabels();
        String metric = name;
        Matcher label = LABEL.matcher(inside);
        while (label.find()) {
            String value = label.group(2) == null ? label.group(3).strip() : unescaped(label.group(2));
            if (label.group(1).equals("__name__")) {
                metric = value;
            } else {
                names.put(label.group(1), value);
            }
        }
        return new Legend(metric, names.take());
    }

    /** Words that people choose: GPU first, then the instance, the profile anywhere. */
    private static Legend worded(String text) {
        Matcher profile = PROFILE.matcher(text);
        String printed = profile.find() ? profile.group() : "";
        String rest = printed.isEmpty() ? text : text.replace(printed, " ");
        Matcher uuid = UUID.matcher(rest);
        String id = uuid.find() ? uuid.group() : "";
        rest = id.isEmpty() ? rest : rest.replace(id, " ");
        Matcher instance = INSTANCE.matcher(rest);
        String number = instance.find() ? instance.group(1) : "";
        rest = number.isEmpty() ? rest : rest.substring(0, instance.start()) + " " + rest.substring(instance.end());
        Matcher gpu = GPU.matcher(rest);
        String gpuNumber = gpu.find() ? gpu.group(1) : "";
        rest = gpuNumber.isEmpty() ? rest : rest.substring(gpu.end());
        Matcher last = LAST_NUMBER.matcher(rest);
        if (number.isEmpty() && !(gpuNumber.isEmpty() && id.isEmpty()) && last.find()) {
            number = last.group(1);
        }
        return new Legend("", RawSource.of(id, gpuNumber, "", printed, number));
    }

    private static String unescaped(String value) {
        return value.indexOf('\\') < 0 ? value : value.replaceAll("\\\\(.)", "$1");
    }

    /** Whether it names an instance of a GPU. */
    boolean isInstance() {
        return isNamed() && !source.instanceId().isEmpty();
    }

    /** Whether it names a whole GPU. */
    boolean isGpu() {
        return isNamed() && source.instanceId().isEmpty() && source.profile().isEmpty();
    }

    private boolean isNamed() {
        return !source.uuid().isEmpty() || !source.gpu().isEmpty();
    }

    /** What the values are; a legend without a metric is taken for utilization. */
    MetricKind kind() {
        return metric.isEmpty() ? MetricKind.UTILIZATION : MetricKind.of(metric);
    }
}
