package io.slicewise.cli;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.scenario.ModelChange;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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
    private final Set<String> ids = new HashSet<>();

    /** A GPU and the file that it is from. */
    record Member(String file, Gpu gpu) {}

    /**
     * @param fallback the model of GPUs whose model is not known
     * @param problems gets what is noticed
     */
    FleetOfFiles(@Nullable GpuModel fallback, List<Problem> problems) {
        this.fallback = fallback;
        this.problems = problems;
    }

    void add(String file, Fleet fleet) {
        for (Gpu gpu : fleet.gpus()) {
            if (ids.add(gpu.id())) {
                members.add(new Member(file, withModel(file, gpu)));
            } else if (UUID.matcher(gpu.id()).matches()) {
                problems.add(Problem.warning(Where.file(file), Text.of("cli.sameGpu", gpu.id())));
            } else {
                members.add(new Member(file, withModel(file, gpu.withId(free(file + ":" + gpu.id())))));
            }
        }
    }

    /** The GPUs in the order of the files. */
    List<Member> members() {
        return List.copyOf(members);
    }

    Fleet fleet() {
        return new Fleet(members.stream().map(Member::gpu).toList());
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
        return change.result();
    }
}
