package io.slicewise.snapshot;

import io.slicewise.fleet.Gpu;
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

    /** Of the GPUs with instances and those without together: sentences about both stand below each other. */
    private final Naming naming;

    private final boolean severalHosts;

    private SnapshotFacts(Snapshot snapshot) {
        this.snapshot = snapshot;
        List<Gpu> all = new ArrayList<>(snapshot.fleet().gpus());
        snapshot.wholeGpus().forEach(gpu -> all.add(gpu.asGpu()));
        naming = Naming.of(all);
        severalHosts = Naming.hasSeveralHosts(all);
    }

    /** In one sentence or two what it holds: also what is in no figure and would not be seen otherwise. */
    public static Text about(Snapshot snapshot) {
        return snapshot.wholeGpus().isEmpty()
                ? Text.of(
                        "snapshot.about",
                        snapshot.fleet().gpus().size(),
                        snapshot.fleet().instanceCount())
                : new SnapshotFacts(snapshot).apart();
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
        some(all, snapshot.wholeGpus(), this::whole);
        some(all, snapshot.unweighed(), this::unweighed);
        some(all, snapshot.crossChecks(), this::check);
        return List.copyOf(all);
    }

    private Text apart() {
        return Text.of(
                "snapshot.about.apart",
                snapshot.fleet().gpus().size(),
                snapshot.fleet().instanceCount(),
                snapshot.wholeGpus().size(),
                new Listing(snapshot.wholeGpus().stream()
                        .limit(MOST)
                        .map(this::name)
                        .toList()));
    }

    private static <T> void some(List<Text> all, List<T> things, Function<T, Text> said) {
        things.stream().limit(MOST).map(said).forEach(all::add);
        if (things.size() > MOST) {
            all.add(Text.of("snapshot.fact.more", things.size() - MOST));
        }
    }

    private Text whole(WholeGpu gpu) {
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

    /** With its host even where there is one alone: a report has sentences about several files. */
    private String name(WholeGpu gpu) {
        String name = naming.gpu(gpu.id());
        return severalHosts || gpu.host().isEmpty() ? name : gpu.host() + " · " + name;
    }
}
