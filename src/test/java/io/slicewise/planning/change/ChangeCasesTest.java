package io.slicewise.planning.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.mig.Placement;
import io.slicewise.mig.Profile;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.change.Rehearsal.Action;
import io.slicewise.planning.change.Rehearsal.Fault;
import io.slicewise.planning.change.Rehearsal.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeCasesTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/io/slicewise/planning/changes.csv", numLinesToSkip = 1)
    void changes(
            String number,
            String modelId,
            String layout,
            String target,
            String result,
            String kept,
            String drained,
            String created,
            Integer migParted) {
        GpuModel model = Fleets.model(modelId);
        Gpu gpu = Fleets.of(model, layout).gpus().getFirst();
        List<Profile> wanted = Fleets.words(target).stream()
                .map(name -> Fleets.profile(model, name))
                .toList();
        Optional<GpuChange> found = GpuChange.toCounts(gpu, wanted);
        assertEquals(result.equals("possible"), found.isPresent(), number);
        if (found.isEmpty()) {
            return;
        }
        GpuChange change = found.get();
        assertEquals(Fleets.placements(model, kept), placed(change.kept()), number);
        assertEquals(Fleets.placements(model, drained), placed(change.drained()), number);
        assertEquals(new HashSet<>(Fleets.placements(model, created)), new HashSet<>(change.created()), number);
        assertEquals(migParted, change.migPartedDrains().size(), number);
        assertEquals(List.of(), new Layout(model, change.after()).conflicts());
        List<Action> actions = new ArrayList<>();
        for (Step step : change.steps()) {
            switch (step) {
                case Step.Stop _ -> {}
                case Step.Destroy(Gpu _, Instance instance) -> {
                    actions.add(new Action.DestroyCompute(instance.placement()));
                    actions.add(new Action.DestroyGpu(instance.placement()));
                }
                case Step.Create(Gpu _, Placement placement, Step.Reason _) ->
                    actions.add(new Action.Create(placement.profile(), placement.start()));
            }
        }
        Verdict verdict = Rehearsal.of(gpu.layout().orElseThrow(), actions);
        assertEquals(Rehearsal.Result.LEGAL, verdict.result(), number);
    }

    private static List<Placement> placed(List<Instance> instances) {
        return instances.stream().map(Instance::placement).toList();
    }

    @ParameterizedTest(name = "{0}: {7}")
    @CsvFileSource(resources = "/io/slicewise/planning/reconfiguration.csv", numLinesToSkip = 1)
    void reconfigurations(
            String number,
            String modelId,
            String layout,
            String steps,
            String result,
            Integer step,
            String reason,
            String note) {
        GpuModel model = Fleets.model(modelId);
        List<Action> actions =
                Fleets.words(steps).stream().map(word -> action(model, word)).toList();
        Verdict verdict = Rehearsal.of(new Layout(model, Fleets.placements(model, layout)), actions);
        assertEquals(result, verdict.result().name().toLowerCase(Locale.ROOT), number);
        assertEquals(step == null ? 0 : step, verdict.step(), number);
        if (step != null) {
            String why = switch (verdict.fault()) {
                case SLICES -> verdict.slices() + " of " + model.computeSlices() + " compute slices";
                case OVERLAP -> "overlaps what is there";
                case COMPUTE_INSTANCE -> "its compute instance still exists";
                case CHOICE ->
                    "the driver must take one of the right starts for "
                            + ((Action.Create) actions.get(step - 1)).profile().name();
                case NONE, MISSING, START -> "";
            };
            assertEquals(reason, why, number);
        } else {
            assertEquals(Fault.NONE, verdict.fault(), number);
        }
    }

    private static Action action(GpuModel model, String word) {
        String[] parts = word.split(":");
        return switch (parts[0]) {
            case "dci" -> new Action.DestroyCompute(Fleets.placement(model, parts[1]));
            case "dgi" -> new Action.DestroyGpu(Fleets.placement(model, parts[1]));
            default -> {
                String[] placed = parts[1].split("@");
                int start = placed.length > 1 ? Integer.parseInt(placed[1]) : Placement.UNKNOWN;
                yield new Action.Create(Fleets.profile(model, placed[0]), start);
            }
        };
    }

    @ParameterizedTest(name = "{1}")
    @CsvFileSource(resources = "/io/slicewise/planning/creation_orders.csv", numLinesToSkip = 1)
    void creationOrders(
            String modelId,
            String multiset,
            int orders,
            int always,
            int depends,
            int never,
            String largestFirst,
            String anOrder) {
        GpuModel model = Fleets.model(modelId);
        List<Profile> profiles = Arrays.stream(multiset.split("\\+"))
                .map(name -> model.profile(name).orElseThrow())
                .toList();
        CreationOrders found = CreationOrders.of(model, profiles);
        assertEquals(orders, found.count());
        assertEquals(always, found.always().size());
        assertEquals(depends, found.depends());
        assertEquals(never, found.never());
        assertEquals(largestFirst.equals("legal"), found.always().contains(profiles));
        assertTrue(found.always()
                .contains(Fleets.words(anOrder).stream()
                        .map(name -> model.profile(name).orElseThrow())
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3g 1g 1g 1g 1g", "3g 2g 1g 1g", "3g 2g 2g"})
    void aFullSetWithA3gBesideSmallOnesHasNoSafeOrder(String multiset) {
        GpuModel model = Fleets.model("a100-80gb");
        List<Profile> profiles = Fleets.words(multiset).stream()
                .map(name -> Fleets.profile(model, name))
                .toList();
        assertFalse(CreationOrders.of(model, profiles).isSafe());
    }
}
