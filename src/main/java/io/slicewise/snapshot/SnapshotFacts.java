package io.slicewise.snapshot;

import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What a snapshot tells beside the figures, in sentences: the same in the window and in reports. */
public final class SnapshotFacts {
    /** More of a kind are counted, not named. */
    private static final int MOST = 8;

    private final Snapshot snapshot;
    private final Naming naming;

    private SnapshotFacts(Snapshot snapshot) {
        this.snapshot = snapshot;
        naming = Naming.of(snapshot.fleet());
    }

    /** In one sentence or two what it holds: also what is in no figure and would not be seen otherwise. */
    public static Text about(Snapshot snapshot) {
        List<String> apart =
                snapshot.wholeGpus().stream().map(SnapshotFacts::name).toList();
        int gpus = snapshot.fleet().gpus().size();
        int instances = snapshot.fleet().instanceCount();
        return apart.isEmpty()
                ? Text.of("snapshot.about", gpus, instances)
                : Text.of(
                        "snapshot.about.apart",
                        gpus,
                        instances,
                        apart.size(),
                        new Listing(apart.subList(0, Math.min(MOST, apart.size()))));
    }

    /** All that it tells: what it holds, when it was, how it was read, and what is apart. */
    public static List<Text> all(Snapshot snapshot) {
        return new SnapshotFacts(snapshot).all();
    }

    private List<Text> all() {
        List<Text> all = new ArrayList<>();
        all.add(about(snapshot));
        Instant time = snapshot.time();
        if (time != null) {
            all.add(Text.of("snapshot.fact.time", time.toString()));
        }
        Snapshot.Counts counts = snapshot.counts();
        all.add(Text.of("snapshot.fact.counts", counts.samples(), counts.readings(), counts.blanks()));
        all.add(Text.of("snapshot.fact.unit", snapshot.unit().why()));
        some(all, snapshot.wholeGpus(), SnapshotFacts::whole);
        some(all, snapshot.unweighed(), this::unweighed);
        some(all, snapshot.crossChecks(), this::check);
        return List.copyOf(all);
    }

    private static <T> void some(List<Text> all, List<T> things, Function<T, Text> said) {
        things.stream().limit(MOST).map(said).forEach(all::add);
        if (things.size() > MOST) {
            all.add(Text.of("snapshot.fact.more", things.size() - MOST));
        }
    }

    private static Text whole(WholeGpu gpu) {
        return Text.of(
                "snapshot.fact.whole." + gpu.mig().name().toLowerCase(Locale.ROOT),
                name(gpu),
                new Percent(gpu.utilization()));
    }

    private Text unweighed(Snapshot.Unweighed one) {
        return Text.of(
                "snapshot.fact.unweighed", one.instance(), naming.gpu(one.gpu()), new Percent(one.utilization()));
    }

    private Text check(CrossCheck check) {
        return Text.of(
                check.isSuspicious() ? "snapshot.fact.contradicts" : "snapshot.fact.agrees",
                naming.gpu(check.gpu()),
                new Percent(check.reported()),
                new Percent(check.computed()));
    }

    private static String name(WholeGpu gpu) {
        return gpu.host().isEmpty() ? gpu.name() : gpu.host() + " · " + gpu.name();
    }
}
