package io.slicewise.snapshot.assemble;

import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.snapshot.SnapshotRead;
import io.slicewise.snapshot.collect.SnapshotBuilder;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.collect.SnapshotFormat.Understood;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * One file, or the files of an archive, on the way to one snapshot. What stands in several files is joined by the
 * builder as rows of one file are: the newest reading of an instance counts, without timestamps the last one. Files may
 * be of different formats; those of one {@link SnapshotFormat} object are judged together as to ratio or percent.
 *
 * <p>Not for several threads.
 */
public final class SnapshotReading {
    /** More remarks about single files no one reads; the rest is counted. */
    private static final int MOST_REMARKS = 60;

    private final String name;
    private final SnapshotBuilder builder;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Nothing> nothings = new ArrayList<>();
    private final List<OpenQuestion> questions = new ArrayList<>();
    private long unsaid;
    private boolean cancelled;

    /** A file that told nothing about GPUs. */
    private record Nothing(String file, Text why) {}

    private SnapshotReading(String name, boolean severalFiles) {
        this.name = name;
        builder = new SnapshotBuilder(name, severalFiles);
    }

    /** Files that are read as one snapshot; {@link #add} each. */
    public static SnapshotReading several(String name) {
        return new SnapshotReading(name, true);
    }

    /**
     * One file.
     *
     * @throws IOException where the stream fails
     */
    public static SnapshotReading one(SnapshotFormat format, String name, InputStream in, ReadWatch watch)
            throws IOException {
        SnapshotReading reading = new SnapshotReading(name, false);
        reading.add(format, name, in, watch);
        return reading;
    }

    /**
     * Reads a file to its end and leaves it open.
     *
     * @return whether to go on with the next one
     * @throws IOException where the stream fails
     */
    public boolean add(SnapshotFormat format, String file, InputStream in, ReadWatch watch) throws IOException {
        builder.judgeUnitsWith(format);
        Understood understood = format.read(builder, file, in, watch);
        understood.problems().forEach(this::note);
        questions.addAll(understood.questions());
        Text nothing = understood.nothing();
        if (understood.cancelled()) {
            cancelled = true;
        } else if (builder.isPartEmpty() && nothing != null) {
            nothings.add(new Nothing(file, nothing));
        }
        return !cancelled;
    }

    /** Something that was noticed beside the formats. */
    public void note(Problem problem) {
        if (problems.size() < MOST_REMARKS) {
            problems.add(problem);
        } else {
            unsaid++;
        }
    }

    /** What all of it amounts to, without a watch. */
    public SnapshotRead finish(Catalogue catalogue, SnapshotOptions options) {
        return finish(catalogue, options, ReadWatch.NONE);
    }

    /**
     * What all of it amounts to. Of gigabytes this takes a second.
     *
     * @param watch can stop it
     * @throws CancellationException where it does
     */
    public SnapshotRead finish(Catalogue catalogue, SnapshotOptions options, ReadWatch watch) {
        if (cancelled) {
            return new SnapshotRead(null, List.of(Problem.info(Where.file(name), Text.of("snapshot.cancelled"))));
        }
        if (builder.isEmpty()) {
            List<Problem> why = new ArrayList<>(remarks());
            nothings.stream().limit(MOST_REMARKS).forEach(n -> why.add(Problem.error(Where.file(n.file()), n.why())));
            if (why.stream().noneMatch(problem -> problem.severity() == Problem.Severity.ERROR)) {
                why.add(Problem.error(Where.file(name), Text.of("snapshot.none.noFile")));
            }
            return new SnapshotRead(null, why, questions);
        }
        nothings.forEach(n -> note(Problem.warning(Where.file(n.file()), n.why())));
        Snapshot snapshot = Assembly.snapshot(
                builder.collected(),
                catalogue,
                options,
                remarks().stream().map(SnapshotReading::noError).toList(),
                watch);
        return new SnapshotRead(snapshot, snapshot.problems(), questions);
    }

    /** What could not be read is a warning where other things could. */
    private static Problem noError(Problem problem) {
        return problem.severity() == Problem.Severity.ERROR
                ? Problem.warning(problem.where(), problem.message())
                : problem;
    }

    private List<Problem> remarks() {
        List<Problem> all = new ArrayList<>(problems);
        if (unsaid > 0) {
            all.add(Problem.warning(Where.file(name), Text.of("snapshot.moreRemarks", unsaid)));
        }
        return all;
    }
}
