package io.slicewise.snapshot.csv;

import io.slicewise.mig.Placement;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.MetricKind;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.RawSource;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SourceLabels;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.snapshot.exposition.SampleHandler;
import io.slicewise.snapshot.notice.RowFaults;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads CSV: Grafana's, wide or long, and the product's own. Its memory is bounded by a row and the series. */
public final class CsvSnapshot {
    /** What the format is called among formats. */
    public static final String ID = "csv";

    private static final Pattern NO_TABLE = Pattern.compile("#|[a-zA-Z_:][\\w:]{0,255}[ \\t]*\\{");
    private static final int SHOWN = 3;
    private static final int WATCHED_ROWS = 1024;

    private final String name;
    private final SnapshotOptions options;
    private final Readings readings;
    private final List<Readings.@Nullable Track> columns = new ArrayList<>();
    private final List<Object> strangers = new ArrayList<>();
    private final List<OpenQuestion.Column> open = new ArrayList<>();
    private String headerId = "";

    /** Metrics that are not DCGM's, the first few by name. */
    private final Set<Object> otherMetrics = new LinkedHashSet<>();

    private long otherValues;

    /** By what stands in the columns of labels, of the rows of a long table. */
    private final Map<List<String>, Optional<Readings.Track>> labelled = new HashMap<>();

    private Readings.@Nullable Row lastRow;

    /** Columns of a long table that are readings beside the utilization, by what they are called. */
    private final Map<Integer, Headings.Further> further = new LinkedHashMap<>();

    /** A column of a wide table: whose, and what. */
    private record Column(RawSource source, MetricKind kind) {}

    private CsvSnapshot(SnapshotBuilder builder, String name, SnapshotOptions options) {
        this.name = name;
        this.options = options;
        readings = new Readings(builder, name);
    }

    /** Whether the beginning of a text is a table that this reads. */
    static boolean recognises(Beginning start) {
        String beginning = start.text();
        // a comment or a row of metrics has commas too
        if (start.isJson() || start.isMarkup() || NO_TABLE.matcher(beginning).lookingAt()) {
            return false;
        }
        try {
            CsvRows rows = new CsvRows(new StringReader(beginning));
            List<String> header = rows.next();
            boolean named = beginning.regionMatches(true, 0, "sep=", 0, 4) || beginning.startsWith("\"sep=");
            return header != null
                    && (named || Header.of(header, below(rows), Set.of()).shape() != Header.Shape.UNKNOWN);
        } catch (IOException _) {
            return false;
        }
    }

    /**
     * The format.
     *
     * @param options whose columns are that do not tell, and the unit that a person chose
     */
    public static SnapshotFormat format(SnapshotOptions options) {
        return SnapshotFormat.of(
                ID,
                CsvSnapshot::recognises,
                (builder, name, in, watch) -> new CsvSnapshot(builder, name, options).read(in, watch));
    }

    private Understood read(InputStream in, ReadWatch watch) throws IOException {
        CsvRows rows = new CsvRows(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<String> names = rows.next();
        long headingLine = rows.rowLine();
        Header header = Header.of(names == null ? List.of() : names, below(rows), options.utilization());
        if (header.shape() == Header.Shape.UNKNOWN) {
            String shown = RowFaults.excerpt(String.join(", ", header.names()));
            Problem refused = Problem.error(Where.line(name, headingLine), Text.of("table.header", shown));
            return new Understood(List.of(refused), null, false);
        }
        if (header.value() < 0 && !header.maybe().isEmpty()) {
            return which(header);
        }
        if (header.shape() == Header.Shape.WIDE) {
            headerId = OpenQuestion.MapColumns.headerId(header.names());
            columns(header, headingLine);
        }
        if (header.shape() == Header.Shape.LONG) {
            further(header);
        }
        if (!rows(rows, header, watch)) {
            return new Understood(List.of(), null, true);
        }
        sayColumns(header);
        Understood understood = new Understood(readings.end(options.unit()), none(header), false);
        return open.isEmpty()
                ? understood
                : understood.asking(List.of(new OpenQuestion.MapColumns(name, headerId, open)));
    }

    /** Nothing is read of a table of which no one knows which column is the utilization: that has to be said first. */
    private Understood which(Header header) {
        List<OpenQuestion.Column> choices = header.maybe().stream()
                .map(i ->
                        OpenQuestion.Column.ofRows(i + 1, header.names().get(i).strip()))
                .toList();
        List<String> titles = choices.stream()
                .map(choice -> RowFaults.excerpt(choice.title()))
                .toList();
        return new Understood(
                        List.of(),
                        Text.of("table.whichColumn", choices.size(), Listing.first(titles, SHOWN), titles.getFirst()),
                        false)
                .asking(List.of(new OpenQuestion.ChooseUtilization(
                        name, OpenQuestion.MapColumns.headerId(header.names()), choices)));
    }

    private Text none(Header header) {
        return switch (header.shape()) {
            case WIDE -> Text.of("table.none.wide");
            case OWN -> Text.of("table.none.own");
            case LONG, UNKNOWN -> Text.of("table.none.long");
        };
    }

    private static FirstRows below(CsvRows rows) throws IOException {
        return new FirstRows(rows.peek(FirstRows.COUNT));
    }

    private boolean rows(CsvRows rows, Header header, ReadWatch watch) throws IOException {
        Header.Own own = new Header.Own(header.names());
        SourceLabels labels = new SourceLabels();
        int index = 0;
        for (List<String> cells = rows.next(); cells != null; cells = rows.next()) {
            index++;
            if (index % WATCHED_ROWS == 0 && watch.cancelled()) {
                return false;
            }
            if (rows.unclosed()) {
                readings.faults().add("table.unclosed", rows.rowLine(), String.join(" ", cells));
            }
            Readings.Row row = row(header, cells, index, rows.rowLine());
            switch (header.shape()) {
                case WIDE -> wide(header, cells, row);
                case LONG -> labelled(header, labels, cells, row);
                case OWN -> own(own, Header.cell(cells, header.value()), cells, row);
                case UNKNOWN -> {
                    // refused before
                }
            }
        }
        return true;
    }

    private Readings.Row row(Header header, List<String> cells, int index, long line) {
        String printed = Header.cell(cells, header.time());
        // without a column of times all rows are of one moment
        int order = header.time() < 0 ? 1 : index;
        Readings.Row before = lastRow;
        if (before != null && before.printedTime().equals(printed) && before.time() != SampleHandler.NO_TIMESTAMP) {
            return new Readings.Row(before.printedTime(), before.time(), order, line, before.local());
        }
        OptionalLong time = printed.isEmpty() ? OptionalLong.empty() : Cell.time(printed);
        if (time.isEmpty() && header.time() >= 0) {
            readings.faults().add("table.badTime", line, printed);
        }
        boolean local = time.isPresent() && Cell.isLocalTime(printed);
        Readings.Row row = new Readings.Row(printed, time.orElse(SampleHandler.NO_TIMESTAMP), order, line, local);
        lastRow = row;
        return row;
    }

    private void further(Header header) {
        for (int i = 0; i < header.names().size(); i++) {
            Optional<Headings.Further> beside = Headings.further(header.names().get(i));
            if (i != header.value() && beside.isPresent()) {
                further.put(i, beside.get());
            }
        }
    }

    private void columns(Header header, long line) {
        for (int i = 0; i < header.names().size(); i++) {
            Column column = i == header.time() ? null : column(header.names().get(i), i);
            columns.add(
                    column == null ? null : readings.series(column.source(), column.kind(), Placement.UNKNOWN, line));
        }
    }

    /** Whose a column is: as a person said by its name or its number, else as it is called. */
    private @Nullable Column column(String title, int index) {
        RawSource said = options.columns().get(title.strip());
        said = said == null ? options.columns().get("#" + (index + 1)) : said;
        said = said == null ? options.columns().get(headerId + "#" + (index + 1)) : said;
        if (said != null) {
            return new Column(said, MetricKind.UTILIZATION);
        }
        Legend legend = Legend.of(title);
        if (!legend.isInstance() && !legend.isGpu()) {
            strangers.add(Text.of("table.named", index + 1, RowFaults.excerpt(title)));
            open.add(Guess.of(title, index + 1, open.size() + 1));
            return null;
        }
        if (legend.kind() == MetricKind.UNRELATED) {
            other(legend.metric());
            return null;
        }
        return new Column(legend.source(), legend.kind());
    }

    private void sayColumns(Header header) {
        if (!strangers.isEmpty()) {
            readings.say(Problem.warning(
                    Where.file(name), Text.of("table.strangers", strangers.size(), Listing.first(strangers, SHOWN))));
        }
        List<String> left = left(header);
        if (header.shape() != Header.Shape.WIDE && !left.isEmpty()) {
            readings.say(
                    header.value() >= 0
                            ? Problem.info(
                                    Where.file(name),
                                    Text.of(
                                            "table.valueColumn",
                                            header.names().get(header.value()).strip(),
                                            Listing.first(left, SHOWN)))
                            : further.isEmpty()
                                    ? Problem.warning(
                                            Where.file(name),
                                            Text.of("table.noValueColumn", Listing.first(left, SHOWN)))
                                    : Problem.info(
                                            Where.file(name), Text.of("table.left", Listing.first(left, SHOWN))));
        }
        if (!otherMetrics.isEmpty()) {
            readings.say(Problem.info(
                    Where.file(name), Text.of("table.otherMetrics", otherValues, Listing.first(otherMetrics, SHOWN))));
        }
    }

    /** The titles of the columns of numbers that nothing was read from. */
    private List<String> left(Header header) {
        return header.left().stream()
                .filter(i -> !further.containsKey(i))
                .map(i -> header.names().get(i).strip())
                .toList();
    }

    private void other(String metric) {
        otherValues++;
        if (otherMetrics.size() <= SHOWN) {
            otherMetrics.add(metric);
        }
    }

    private void wide(Header header, List<String> cells, Readings.Row row) {
        if (cells.size() != header.names().size()) {
            readings.faults().add("table.rowLength", row.line(), String.join(", ", cells));
        }
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            Readings.Track column = columns.get(i);
            if (column != null) {
                readings.add(column, cells.get(i), row);
            }
        }
    }

    private void labelled(Header header, SourceLabels labels, List<String> cells, Readings.Row row) {
        if (cells.size() <= header.value()) {
            readings.faults().add("table.rowLength", row.line(), String.join(", ", cells));
            return;
        }
        List<String> key = new ArrayList<>(cells);
        further.keySet().stream().filter(column -> column < key.size()).forEach(column -> key.set(column, ""));
        if (header.value() >= 0) {
            key.set(header.value(), "");
        }
        if (header.time() >= 0 && header.time() < key.size()) {
            key.set(header.time(), "");
        }
        Optional<Readings.Track> track = labelled.get(key);
        if (track == null) {
            track = Optional.ofNullable(track(header, labels, cells, row.line()));
            labelled.put(key, track);
        }
        if (track.isPresent()) {
            if (header.value() >= 0) {
                readings.add(track.get(), cells.get(header.value()), row);
            }
            RawSource source = track.get().key.source();
            further.forEach((column, beside) -> readings.add(
                    readings.track(source, beside.kind(), row.line()),
                    Header.cell(cells, column),
                    beside.factor(),
                    row));
        } else {
            other(RowFaults.excerpt(Header.cell(cells, header.series())));
        }
    }

    /** The series that a row of a long table is of; {@code null} where that is none of DCGM's. */
    private Readings.@Nullable Track track(Header header, SourceLabels labels, List<String> cells, long line) {
        MetricKind kind = MetricKind.UTILIZATION;
        RawSource source = null;
        String series = Header.cell(cells, header.series());
        if (!series.isEmpty()) {
            Legend legend = Legend.of(series);
            boolean tells = legend.isInstance() || legend.isGpu();
            boolean named = tells || !legend.metric().isEmpty();
            kind = named ? legend.kind() : MetricKind.of(series);
            source = tells ? legend.source() : null;
        }
        if (kind == MetricKind.UNRELATED) {
            return null;
        }
        if (source == null) {
            for (int i = 0; i < Math.min(cells.size(), header.names().size()); i++) {
                boolean value = i == header.value() || header.left().contains(i);
                if (i != header.time() && !value && i != header.series()) {
                    labels.put(header.labels().get(i), cells.get(i));
                }
            }
            source = labels.take();
        }
        return readings.track(source, kind, line);
    }

    private void own(Header.Own own, String value, List<String> cells, Readings.Row row) {
        RawSource source = own.source(cells);
        if (source.instanceId().isEmpty() && !source.profile().isEmpty()) {
            readings.faults().add("table.noInstance", row.line(), String.join(", ", cells));
            return;
        }
        String start = own.cell(cells, "start");
        boolean known = start.matches("\\d{1,2}");
        if (!known && !start.isEmpty()) {
            readings.faults().add("table.badStart", row.line(), start);
        }
        int placed = known ? Integer.parseInt(start) : Placement.UNKNOWN;
        Readings.Track track = readings.series(source, MetricKind.UTILIZATION, placed, row.line());
        readings.add(track, value, row);
    }
}
