package io.slicewise.snapshot.dcgm;

import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SourceLabels;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.json.JsonTokens;
import io.slicewise.snapshot.json.JsonTokens.Broken;
import io.slicewise.snapshot.json.NumberText;
import io.slicewise.snapshot.json.Shown;
import io.slicewise.snapshot.json.Tally;
import io.slicewise.snapshot.json.WatchedStream;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads dcgm-exporter's metrics as JSON; several documents one after the other are several scrapes. */
public final class DcgmJsonSnapshot {
    private static final int NAMED = 3;
    private static final Pattern BEGINNING = Pattern.compile("(?i)\\{\\s*\"(?:metrics\"\\s*:\\s*\\{|dcgm_)");

    /** So many bits of a place are the index in the list plus 1; those above are the number of the metric's name. */
    private static final int INDEX_BITS = 26;

    private static final long LAST_INDEX = (1L << INDEX_BITS) - 1;

    /** More lists than DCGM has fields; what comes after is left out. */
    private static final int MOST_METRICS = 1 << 16;

    private final String name;
    private final SnapshotBuilder builder;
    private final Tally tally = new Tally();
    private final SourceLabels labels = new SourceLabels();
    private final NumberText number = new NumberText();
    private final List<String> metrics = new ArrayList<>();
    private final List<Object> otherNames = new ArrayList<>();

    /** Labels of less weight than an entry's own fields: name, value, name, value. */
    private final List<String> more = new ArrayList<>();

    private long others;
    private long samples;
    private int scrape;
    private @Nullable Broken broken;

    private DcgmJsonSnapshot(SnapshotBuilder builder, String name) {
        this.builder = builder;
        this.name = name;
        builder.part(name, this::where);
    }

    /** The format. */
    public static SnapshotFormat format() {
        return SnapshotFormat.of(
                "dcgm-json",
                beginning -> BEGINNING.matcher(beginning.text()).lookingAt(),
                (builder, name, in, watch) -> new DcgmJsonSnapshot(builder, name).read(in, watch));
    }

    private Where where(long place) {
        if (place == 0) {
            return Where.file(name);
        }
        String metric = metrics.get((int) (place >>> INDEX_BITS));
        return Where.path(name, "metrics." + metric + "[" + ((place & LAST_INDEX) - 1) + "]");
    }

    private SnapshotFormat.Understood read(InputStream in, ReadWatch watch) throws IOException {
        WatchedStream watched = new WatchedStream(in, watch);
        try (JsonParser p = JsonTokens.of(watched)) {
            for (JsonToken token = p.nextToken(); token != null; token = p.nextToken()) {
                scrape++;
                if (token == JsonToken.START_OBJECT) {
                    document(p);
                } else {
                    p.skipChildren();
                }
            }
        } catch (JacksonException e) {
            broken = JsonTokens.broken(e);
        }
        List<Problem> problems = new ArrayList<>(tally.problems());
        Broken fault = broken;
        if (fault != null && samples > 0) {
            problems.add(Problem.warning(
                    Where.line(name, fault.line()), Text.of("snapshot.json.broken", fault.column(), fault.reason())));
        }
        return new SnapshotFormat.Understood(problems, nothing(), watched.cancelled());
    }

    /** Metrics by name, either in a field {@code metrics} or the document itself. */
    private void document(JsonParser p) {
        for (String field = p.nextName(); field != null; field = p.nextName()) {
            JsonToken token = p.nextToken();
            if (token == JsonToken.START_OBJECT && field.equals("metrics")) {
                document(p);
            } else if (token == JsonToken.START_ARRAY) {
                metric(p, field);
            } else {
                p.skipChildren();
            }
        }
    }

    private void metric(JsonParser p, String metric) {
        MetricKind kind = MetricKind.of(metric);
        if (kind == MetricKind.UNRELATED) {
            others++;
            if (otherNames.size() < NAMED) {
                otherNames.add(Shown.of(metric));
            }
            p.skipChildren();
            return;
        }
        if (metrics.size() == MOST_METRICS) {
            p.skipChildren();
            return;
        }
        metrics.add(Shown.of(metric));
        long first = (long) (metrics.size() - 1) << INDEX_BITS;
        long index = 0;
        for (JsonToken token = p.nextToken(); token != JsonToken.END_ARRAY; token = p.nextToken()) {
            index = Math.min(index + 1, LAST_INDEX);
            long place = first | index;
            if (token == JsonToken.START_OBJECT) {
                entry(p, kind, place);
            } else {
                tally.add("snapshot.dcgmJson.entry", where(place));
                p.skipChildren();
            }
        }
    }

    private void entry(JsonParser p, MetricKind kind, long place) {
        boolean hasValue = false;
        double value = Double.NaN;
        more.clear();
        for (String field = p.nextName(); field != null; field = p.nextName()) {
            JsonToken token = p.nextToken();
            if (field.equals("value")) {
                hasValue = token.isScalarValue()
                        && number.read(p.getStringCharacters(), p.getStringOffset(), p.getStringLength());
                value = hasValue ? number.value() : Double.NaN;
                p.skipChildren();
            } else if (token == JsonToken.START_OBJECT && (field.equals("labels") || field.equals("attributes"))) {
                moreLabels(p);
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                label(field, p.getString());
            } else {
                p.skipChildren();
            }
        }
        for (int i = 0; i < more.size(); i += 2) {
            labels.put(more.get(i), more.get(i + 1));
        }
        RawSource source = labels.take();
        if (hasValue) {
            samples++;
            builder.add(builder.series(source, place), kind, value, SampleHandler.NO_TIMESTAMP, scrape, place);
        } else {
            tally.add("snapshot.dcgmJson.value", where(place));
        }
    }

    private void label(String field, String value) {
        // the name of the label that will be printed
        boolean isName = field.equalsIgnoreCase("uuid") && value.equalsIgnoreCase("uuid");
        if (!isName && !labels.ignores(field)) {
            labels.put(field, value);
        }
    }

    private void moreLabels(JsonParser p) {
        for (String field = p.nextName(); field != null; field = p.nextName()) {
            JsonToken token = p.nextToken();
            if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                more.add(field);
                more.add(p.getString());
            } else {
                p.skipChildren();
            }
        }
    }

    private Text nothing() {
        Broken fault = broken;
        if (samples > 0) {
            return Text.of("snapshot.none.noGpu", samples);
        }
        if (fault != null) {
            return Text.of("snapshot.json.notJson", fault.line(), fault.column(), fault.reason());
        }
        if (others > 0) {
            return Text.of("snapshot.none.noDcgm", others, new Listing(otherNames));
        }
        return Text.of("snapshot.dcgmJson.empty");
    }
}
