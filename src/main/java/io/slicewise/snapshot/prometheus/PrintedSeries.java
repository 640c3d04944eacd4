package io.slicewise.snapshot.prometheus;

import io.slicewise.snapshot.SourceLabels;
import io.slicewise.snapshot.exposition.ExpositionLabels;
import io.slicewise.snapshot.exposition.Metric;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.prometheus.SeriesSink.Head;
import org.jspecify.annotations.Nullable;

/** Samples of an answer in lines of text, each with its series, as those series: lines of one series follow each other. */
final class PrintedSeries implements SampleHandler {
    private final SeriesSink sink;
    private final SourceLabels names = new SourceLabels();
    private final long[] time = new long[1];
    private final double[] number = new double[1];
    private @Nullable Head head;
    private int metricId = -1;
    private int labelsId = -1;
    private boolean wanted;

    PrintedSeries(SeriesSink sink) {
        this.sink = sink;
    }

    /** All are: the sink names those that it has no use for. */
    @Override
    public boolean wants(Metric metric) {
        return true;
    }

    @Override
    public void sample(Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line) {
        if (head == null || metric.id() != metricId || labels.id() != labelsId) {
            end();
            head = head(metric, labels, line);
            metricId = metric.id();
            labelsId = labels.id();
            wanted = sink.begin(head);
        }
        if (wanted) {
            time[0] = timestampMillis;
            number[0] = value;
            sink.samples(time, number, 1);
        }
    }

    /** There are no more. */
    void end() {
        if (head != null) {
            sink.end();
            head = null;
        }
    }

    private Head head(Metric metric, ExpositionLabels labels, long line) {
        StringBuilder all = new StringBuilder(metric.name());
        for (int i = 0; i < labels.size(); i++) {
            String value = labels.value(i);
            names.put(labels.name(i), value);
            all.append('\u0001').append(labels.name(i)).append('\u0002').append(value);
        }
        return new Head(metric.name(), names.take(), all.toString(), line);
    }
}
