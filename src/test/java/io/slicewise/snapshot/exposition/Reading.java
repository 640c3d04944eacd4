package io.slicewise.snapshot.exposition;

import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** What reading a text gave: every sample, every header, the summary. */
record Reading(List<Sample> samples, List<String> headers, ExpositionSummary summary) {
    /** A sample as it was handed on. */
    record Sample(String metric, Map<String, String> labels, double value, long timestamp, long line) {}

    static Reading of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static Reading of(byte[] bytes) {
        return of(new ByteArrayInputStream(bytes), ReadWatch.NONE);
    }

    static Reading of(InputStream in, ReadWatch watch) {
        List<Sample> samples = new ArrayList<>();
        List<String> headers = new ArrayList<>();
        SampleHandler handler = new SampleHandler() {
            @Override
            public void sample(Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line) {
                samples.add(new Sample(metric.name(), map(labels), value, timestampMillis, line));
            }

            @Override
            public void header(Header kind, String metric, String text, long line) {
                headers.add(kind + " " + metric + " " + text);
            }
        };
        try {
            return new Reading(samples, headers, ExpositionReader.read(in, "scrape.prom", handler, watch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands on the labels of each sample with its line. */
    static void each(String text, ObjLongConsumer<ExpositionLabels> handler) {
        try {
            ExpositionReader.read(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    "scrape.prom",
                    (metric, labels, value, timestampMillis, line) -> handler.accept(labels, line),
                    ReadWatch.NONE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> map(ExpositionLabels labels) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            map.put(labels.name(i), labels.value(i));
        }
        return map;
    }

    /** The only sample. */
    Sample only() {
        if (samples.size() != 1) {
            throw new AssertionError(samples + " " + english());
        }
        return samples.getFirst();
    }

    List<Problem> problems() {
        return summary.problems();
    }

    /** The problems in English with their places. */
    List<String> english() {
        return problems().stream()
                .map(p -> p.where() + " " + Messages.in(Language.ENGLISH).say(p.message()))
                .toList();
    }

    /** The keys of what was wrong: of what was expected for a line, of the message itself for the file. */
    List<String> faults() {
        return problems().stream()
                .map(Problem::message)
                .map(text -> !text.args().isEmpty() && text.args().getFirst() instanceof Text expected
                        ? expected.key()
                        : text.key())
                .map(key -> key.substring(key.lastIndexOf('.') + 1))
                .toList();
    }
}
