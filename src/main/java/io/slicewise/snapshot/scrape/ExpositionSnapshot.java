package io.slicewise.snapshot.scrape;

import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.SourceLabels;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.collect.Series;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ExpositionLabels;
import io.slicewise.snapshot.exposition.ExpositionReader;
import io.slicewise.snapshot.exposition.ExpositionSummary;
import io.slicewise.snapshot.exposition.Metric;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.exposition.SampleQueue;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what dcgm-exporter serves, and what collectors made of it, as Prometheus text or OpenMetrics. */
public final class ExpositionSnapshot implements SampleHandler {
    private static final int NAMED = 3;

    /** A series with its name in the braces, where JSON would have a colon. */
    private static final Pattern BRACED =
            Pattern.compile("\\{[ \\t]*(?:[a-zA-Z_]\\w{0,255}[ \\t]*=[ \\t]*\"|\"[^\"\\n]{1,255}\"[ \\t]*[,}=])");

    /** A comment that exporters write, or a metric with a label, at the beginning of some line: people put words above. */
    private static final Pattern LINE = Pattern.compile(
            "^(?:#[ \\t]+(?:HELP|TYPE|UNIT)[ \\t]+[a-zA-Z_:\"]|# EOF$|[a-zA-Z_:][\\w:]{0,255}[ \\t]*\\{[ \\t]*[\\w\"])",
            Pattern.MULTILINE);

    private final SnapshotBuilder builder;
    private final SourceLabels names = new SourceLabels();
    private final ScrapeCounter scrapes = new ScrapeCounter();
    private final SeriesOrder order = new SeriesOrder();

    /** The labels of the block before. */
    private @Nullable ExpositionLabels before;

    /** Takes a label that is another one than in the block before: one object for hundreds of thousands of blocks. */
    private final IntConsumer replacing = this::replace;

    /** By the id of a label block. */
    private @Nullable Block[] blocks = new Block[1024];

    /** By the id of a metric. */
    private @Nullable MetricKind[] kinds = new MetricKind[64];

    private final List<Object> others = new ArrayList<>();
    private long otherMetrics;

    /** The scrape with which this exposition begins: what a series said in an earlier one is no fault. */
    private int since;

    /** A block of labels: its series, and in which scrape it last had the metric that is being read. */
    private static final class Block {
        final Series series;
        int metric = -1;
        int scrape;

        /** Whether it told of a metric again as OpenMetrics allows, and as it forbids. */
        boolean allowed;

        boolean forbidden;
        double value;
        long time;

        Block(Series series) {
            this.series = series;
        }
    }

    private ExpositionSnapshot(SnapshotBuilder builder) {
        this.builder = builder;
    }

    /** The format: reads a stream to its end, and leaves it open. */
    public static SnapshotFormat format() {
        return SnapshotFormat.of("exposition", ExpositionSnapshot::recognises, ExpositionSnapshot::read);
    }

    private static boolean recognises(Beginning beginning) {
        String text = beginning.text();
        return beginning.isJson()
                ? BRACED.matcher(text).lookingAt()
                : !beginning.isMarkup() && LINE.matcher(text).find();
    }

    /**
     * Reads a stream to its end and leaves it open.
     *
     * @param name the name that problems carry
     * @param in the text
     * @param catalogue where models are looked up
     * @param options what a person decided
     * @param watch hears of the progress and can stop the reading; then there is no snapshot
     * @throws IOException where the stream fails
     */
    public static SnapshotRead read(
            String name, InputStream in, Catalogue catalogue, SnapshotOptions options, ReadWatch watch)
            throws IOException {
        return SnapshotReading.one(format(), name, in, watch).finish(catalogue, options);
    }

    private static SnapshotFormat.Understood read(SnapshotBuilder builder, String name, InputStream in, ReadWatch watch)
            throws IOException {
        builder.part(name, line -> line > 0 ? Where.line(name, line) : Where.file(name));
        ExpositionSnapshot reader = new ExpositionSnapshot(builder);
        ExpositionSummary summary = reader.take(in, name, watch);
        List<Problem> problems = new ArrayList<>(summary.problems());
        if (summary.openMetrics()) {
            reader.order.say(name, summary.ended(), problems);
            reader.settleRepeats();
        }
        return new SnapshotFormat.Understood(problems, reader.whyNone(summary), summary.cancelled());
    }

    private ExpositionSummary take(InputStream in, String name, ReadWatch watch) throws IOException {
        try (SampleQueue queue = new SampleQueue(this)) {
            ExpositionSummary summary = ExpositionReader.read(in, name, queue, watch);
            queue.end();
            return summary;
        }
    }

    /** Asked while samples may be taken in another thread: what is known here is not used there. */
    @Override
    public boolean wants(Metric metric) {
        MetricKind kind = MetricKind.of(metric.name());
        if (kind == MetricKind.UNRELATED) {
            otherMetrics++;
            if (others.size() < NAMED) {
                others.add(metric.name());
            }
            return false;
        }
        return true;
    }

    @Override
    public void sample(Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line) {
        Block block = block(labels, line);
        int scrape = scrapes.at(metric.id());
        if (block.metric == metric.id()) {
            boolean forbidden =
                    block.scrape >= since && order.again(block.value, value, block.time, timestampMillis, line);
            block.forbidden |= forbidden;
            block.allowed |= !forbidden;
        }
        if (block.metric == metric.id() && block.scrape == scrape) {
            scrape = scrapes.next();
        }
        block.metric = metric.id();
        block.value = value;
        block.time = timestampMillis;
        block.scrape = scrape;
        builder.add(block.series, kind(metric), value, timestampMillis, scrape, line);
    }

    @Override
    public void endOfExposition() {
        since = scrapes.next();
    }

    /** What was said of a series as a fault of OpenMetrics is not said again as several scrapes of it. */
    private void settleRepeats() {
        for (Block block : blocks) {
            if (block != null && block.forbidden && !block.allowed) {
                block.series.repeatsAreSaid();
            }
        }
    }

    private MetricKind kind(Metric metric) {
        int id = metric.id();
        if (id >= kinds.length) {
            kinds = Arrays.copyOf(kinds, Math.max(id + 1, 2 * kinds.length));
        }
        MetricKind known = kinds[id];
        if (known == null) {
            known = MetricKind.of(metric.name());
            kinds[id] = known;
        }
        return known;
    }

    private Block block(ExpositionLabels labels, long line) {
        int id = labels.id();
        if (id >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(id + 1, 2 * blocks.length));
        }
        Block known = blocks[id];
        if (known == null) {
            known = new Block(builder.series(source(labels), line));
            blocks[id] = known;
        }
        return known;
    }

    /** Of 70,000 blocks in one scrape most values are those of the block before: they need not be made again. */
    private RawSource source(ExpositionLabels labels) {
        ExpositionLabels like = before;
        before = labels;
        if (like != null && labels.hasNamesOf(like)) {
            labels.differences(like, replacing);
            return names.takeReplaced();
        }
        for (int i = 0; i < labels.size(); i++) {
            names.put(labels.name(i), labels.value(i));
        }
        return names.take();
    }

    private void replace(int i) {
        ExpositionLabels labels = before;
        if (labels != null) {
            names.replace(i, labels.value(i));
        }
    }

    private Text whyNone(ExpositionSummary summary) {
        if (summary.samples() > 0) {
            return Text.of("snapshot.none.noGpu", summary.samples());
        }
        if (otherMetrics > 0) {
            return Text.of("snapshot.none.noDcgm", otherMetrics, new Listing(others));
        }
        return Text.of("snapshot.none.noSamples", summary.lines());
    }
}
