package io.slicewise.cli;

import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.LabelSet;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.GpuModel;
import io.slicewise.scenario.ModelChange;
import io.slicewise.snapshot.CrossCheck;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.WholeGpu;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The GPUs of several files as one fleet.
 *
 * <p>A UUID names a piece of hardware: where it comes twice, the first one counts and a warning says so. Any other id
 * means something in its own file only, and gets the file's name in front when it is taken.
 */
final class FleetOfFiles {
    private static final Pattern UUID = Pattern.compile("(?i)GPU-[0-9a-f]{8}-[0-9a-f-]+");

    private final @Nullable GpuModel fallback;
    private final List<Problem> problems;
    private final List<Member> members = new ArrayList<>();
    /** Of all members when it was last asked for: none is ever taken away. */
    private Fleet fleet = Fleet.EMPTY;

    /** Of all members, and of whole GPUs; of a file that came first only once another one comes. */
    private final Set<String> ids = new HashSet<>();

    private final List<WholeGpu> wholeGpus = new ArrayList<>();
    private final List<Snapshot.Unweighed> unweighed = new ArrayList<>();
    private final Map<InstanceRef, String> printedProfiles = new HashMap<>();
    private final Map<String, CrossCheck> crossChecks = new HashMap<>();
    private final List<Labelled> labelled = new ArrayList<>();

    /** A GPU as it was in its file, and the labels of its instances there. */
    private record Labelled(Gpu gpu, String newId, Labels known) {}

    /** A GPU and the file that it is from. */
    record Member(String file, Gpu gpu) {}

    /**
     * What exports tell beside the fleet.
     *
     * @param wholeGpus GPUs without instances
     * @param unweighed instances without a profile
     * @param printedProfiles what was printed for a profile, where that is not its name
     * @param crossChecks by the GPU's id the exporter's own figure of it
     */
    record Beside(
            List<WholeGpu> wholeGpus,
            List<Snapshot.Unweighed> unweighed,
            Map<InstanceRef, String> printedProfiles,
            Map<String, CrossCheck> crossChecks) {}

    /**
     * @param fallback the model of GPUs whose model is not known
     * @param problems gets what is noticed
     */
    FleetOfFiles(@Nullable GpuModel fallback, List<Problem> problems) {
        this.fallback = fallback;
        this.problems = problems;
    }

    private void add(String file, Fleet fleet, Labels known) {
        for (Gpu gpu : fleet.gpus()) {
            String id = id(file, gpu.id());
            if (id != null) {
                members.add(new Member(file, withModel(file, gpu.withId(id))));
                labelled.add(new Labelled(gpu, id, known));
            }
        }
    }

    /** What the files say about the instances beyond the fleet. */
    Labels labels() {
        Labels.Builder all = new Labels.Builder();
        for (Labelled one : labelled) {
            for (Instance instance : one.gpu().instances()) {
                LabelSet set = one.known().of(new InstanceRef(one.gpu().id(), instance.id()));
                all.put(new InstanceRef(one.newId(), instance.id()), set);
            }
        }
        return all.build();
    }

    /** A document that was saved. */
    void add(String file, Editable content) {
        Snapshot measured = content.snapshot();
        if (measured == null) {
            add(file, content.scenario().fleet(), content.labels());
        } else {
            add(file, content.scenario().fleet(), measured);
        }
    }

    /** An export. */
    void add(String file, Snapshot snapshot) {
        add(file, snapshot.fleet(), snapshot);
    }

    /** A document at a moment that was chosen; {@code false} where it does not tell of that moment. */
    boolean add(String file, Editable content, AtMoment moment) {
        if (content instanceof Measured measured && moment.isChosen()) {
            return add(file, measured.snapshot(), moment);
        }
        add(file, content);
        return true;
    }

    /** An export at a moment that was chosen; {@code false} where it does not tell of that moment. */
    boolean add(String file, Snapshot snapshot, AtMoment moment) {
        Snapshot then = moment.of(file, snapshot, snapshot.timeline(), problems);
        if (then != null) {
            add(file, then);
        }
        return then != null;
    }

    /** What was measured, whose problems have said already what is not known, with its GPUs as they are now. */
    private void add(String file, Fleet fleet, Snapshot snapshot) {
        boolean first =
                members.isEmpty() && wholeGpus.isEmpty() && snapshot.wholeGpus().isEmpty();
        boolean told =
                !snapshot.printedProfiles().isEmpty() || !snapshot.crossChecks().isEmpty();
        Map<String, String> newIds = new HashMap<>();
        for (Gpu gpu : fleet.gpus()) {
            String id = first ? gpu.id() : id(file, gpu.id());
            if (id != null) {
                if (told) {
                    newIds.put(gpu.id(), id);
                }
                members.add(new Member(file, gpu.withId(id)));
                labelled.add(new Labelled(gpu, id, snapshot.labels()));
            }
        }
        if (first) {
            this.fleet = fleet;
        }
        for (WholeGpu gpu : snapshot.wholeGpus()) {
            if (id(file, gpu.id()) != null) {
                wholeGpus.add(gpu);
            }
        }
        unweighed.addAll(snapshot.unweighed());
        snapshot.printedProfiles().forEach((ref, printed) -> {
            String id = newIds.get(ref.gpu());
            if (id != null) {
                printedProfiles.put(new InstanceRef(id, ref.instance()), printed);
            }
        });
        for (CrossCheck check : snapshot.crossChecks()) {
            String id = newIds.get(check.gpu());
            if (id != null) {
                crossChecks.put(id, check);
            }
        }
    }

    Beside beside() {
        return new Beside(wholeGpus, unweighed, printedProfiles, crossChecks);
    }

    /** An id that no other GPU has; {@code null} where the same hardware is there already. */
    private @Nullable String id(String file, String wanted) {
        if (ids.isEmpty()) {
            members.forEach(member -> ids.add(member.gpu().id()));
            wholeGpus.forEach(gpu -> ids.add(gpu.id()));
        }
        if (ids.add(wanted)) {
            return wanted;
        }
        if (UUID.matcher(wanted).matches()) {
            problems.add(Problem.warning(Where.file(file), Text.of("cli.sameGpu", wanted)));
            return null;
        }
        return free(file + ":" + wanted);
    }

    /** The GPUs in the order of the files; it grows with every further file. */
    List<Member> members() {
        return Collections.unmodifiableList(members);
    }

    /** The same as a fleet. */
    Fleet fleet() {
        Fleet made = fleet;
        if (made.gpus().size() < members.size()) {
            made = new Fleet(members.stream().map(Member::gpu).toList());
            fleet = made;
        }
        return made;
    }

    private String free(String wanted) {
        String id = wanted;
        for (int count = 2; !ids.add(id); count++) {
            id = wanted + "#" + count;
        }
        return id;
    }

    private Gpu withModel(String file, Gpu gpu) {
        if (gpu.model() != null) {
            return gpu;
        }
        if (fallback == null) {
            problems.add(Problem.warning(Where.file(file), Text.of("cli.noModel", gpu.name(), gpu.modelName())));
            return gpu;
        }
        ModelChange change = ModelChange.of(gpu, fallback);
        if (!change.lost().isEmpty()) {
            Listing lost =
                    new Listing(change.lost().stream().map(Instance::label).toList());
            problems.add(Problem.warning(Where.file(file), Text.of("cli.lost", gpu.name(), fallback.name(), lost)));
        }
        if (!change.observed().isEmpty()) {
            Listing observed = new Listing(change.observed().stream()
                    .map(instance -> instance.profile().name())
                    .distinct()
                    .toList());
            problems.add(Problem.warning(
                    Where.file(file), Text.of("cli.observed", gpu.name(), observed, fallback.shortName())));
        }
        return change.result();
    }
}
