package io.slicewise.planning.moves;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.PlacementRule;
import io.slicewise.mig.Profile;
import io.slicewise.planning.packing.Rows;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The fewest moves on the GPUs of one model. */
final class OnModel {
    private final Slots slots;
    private final List<Board> boards;
    private final @Nullable Board forced;
    private final int[] target;
    private final Rows rows;

    private OnModel(Slots slots, List<Board> boards, @Nullable Board forced, int[] target, Rows rows) {
        this.slots = slots;
        this.boards = boards;
        this.forced = forced;
        this.target = target;
        this.rows = rows;
    }

    /**
     * @param gpus of the model, each with known places
     * @param wanted profiles of the model
     * @param on the GPU that they have to fit on; {@code null} for any of these
     */
    static OnModel of(
            GpuModel model, List<Gpu> gpus, List<Profile> wanted, @Nullable String on, Set<InstanceRef> pinned) {
        Set<Profile> profiles = new LinkedHashSet<>(wanted);
        gpus.forEach(gpu -> gpu.instances().forEach(instance -> profiles.add(instance.profile())));
        List<Profile> sorted = profiles.stream()
                .sorted(Comparator.comparingInt(OnModel::size).thenComparing(Profile::name))
                .toList();
        Slots slots = new Slots(model, sorted);
        List<Board> boards =
                gpus.stream().map(gpu -> new Board(slots, gpu, pinned)).toList();
        int[] target = new int[slots.count()];
        wanted.forEach(profile -> target[slots.index(profile)]++);
        Board forced = boards.stream()
                .filter(board -> board.gpu().id().equals(on))
                .findFirst()
                .orElse(null);
        Rows rows = Rows.of(
                model, sorted.stream().filter(profile -> !profile.isPlain()).toList());
        return new OnModel(slots, boards, forced, target, rows);
    }

    /** Whether a GPU can take part: its model has places, all its instances are profiles of it with a known and legal place. */
    static boolean isKnown(Gpu gpu) {
        GpuModel model = gpu.model();
        if (model == null || !model.hasPlacements()) {
            return false;
        }
        Integer units = model.placementUnits();
        return units != null
                && units <= Slots.MOST_UNITS
                && gpu.instances().stream()
                        .allMatch(instance -> instance.placement().isPlaced()
                                // what an export printed can be a profile that this model does not have
                                && model.profiles().contains(instance.profile()))
                && gpu.layout().orElseThrow().conflicts().isEmpty();
    }

    private static int size(Profile profile) {
        PlacementRule rule = profile.placement();
        return rule == null ? 0 : rule.size();
    }

    MoveAnswers answers() {
        Optional<Obstacle> obstacle = obstacle();
        if (obstacle.isPresent()) {
            MoveAnswer impossible = new MoveAnswer.Impossible(obstacle.get());
            return new MoveAnswers(impossible, impossible);
        }
        Optional<MovePlan> direct = direct();
        MoveAnswer withStop = orDirect(new WithStop(slots, boards, forced, target).answer(), direct);
        if (withStop instanceof MoveAnswer.Impossible) {
            MoveAnswer why = new MoveAnswer.Impossible(isPinned() ? Obstacle.PINNED : Obstacle.PLACEMENT);
            return new MoveAnswers(why, why);
        }
        return new MoveAnswers(withStop, newFirst(withStop, direct));
    }

    /** Where the search with a stop ended at its limit: what needs no stop is a way all the same. */
    private static MoveAnswer orDirect(MoveAnswer withStop, Optional<MovePlan> direct) {
        return withStop instanceof MoveAnswer.Undecided undecided && direct.isPresent()
                ? new MoveAnswer.Found(direct.get(), undecided.atLeast())
                : withStop;
    }

    private boolean isPinned() {
        return boards.stream().anyMatch(board -> board.movable() < board.size());
    }

    /** What can be told without a search: slices, and the rows of packing. */
    private Optional<Obstacle> obstacle() {
        int wanted = 0;
        for (int p = 0; p < target.length; p++) {
            wanted += target[p] * slots.profile(p).computeSlices();
        }
        int free = boards.stream()
                .mapToInt(board -> slots.model().computeSlices() - board.gpu().allocatedSlices())
                .sum();
        if (wanted > free) {
            return Optional.of(Obstacle.SLICES);
        }
        Map<String, Integer> counts = new HashMap<>();
        for (Board board : boards) {
            for (Instance instance : board.gpu().instances()) {
                counts.merge(instance.profile().name(), 1, Integer::sum);
            }
        }
        Map<String, Integer> alone = new HashMap<>();
        for (int p = 0; p < target.length; p++) {
            if (target[p] > 0) {
                counts.merge(slots.profile(p).name(), target[p], Integer::sum);
                alone.put(slots.profile(p).name(), target[p]);
            }
        }
        boolean tooMany = rows.gpus(counts) > boards.size() || (forced != null && rows.gpus(alone) > 1);
        return tooMany ? Optional.of(Obstacle.PLACEMENT) : Optional.empty();
    }

    /**
     * First on the GPUs that the answer with a stop touches, where a sequence of as many moves is the shortest; then with
     * those beside them that have most room; then on all.
     */
    private MoveAnswer newFirst(MoveAnswer withStop, Optional<MovePlan> direct) {
        if (!(withStop instanceof MoveAnswer.Found found)) {
            return withStop;
        }
        if (found.moves() == 0) {
            return found;
        }
        if (direct.isPresent() && (!found.isProven() || direct.get().moves().size() == found.atLeast())) {
            return new MoveAnswer.Found(direct.get(), found.atLeast());
        }
        Set<String> touched = new LinkedHashSet<>(found.plan().touched());
        found.plan().room().forEach(spot -> touched.add(spot.gpu()));
        for (List<Board> some : List.of(of(touched, 0), of(touched, 3))) {
            if (search(some, found.moves()) instanceof NewFirst.Outcome.Sequence sequence) {
                return new MoveAnswer.Found(sequence.plan(), found.atLeast());
            }
        }
        return onAll(touched, found.atLeast(), direct);
    }

    /** One move more each time, until there is a sequence, or nothing is left to try. */
    private MoveAnswer onAll(Set<String> touched, int atLeast, Optional<MovePlan> direct) {
        int end = direct.map(plan -> plan.moves().size()).orElse(Integer.MAX_VALUE);
        for (int most = atLeast; most < end; most++) {
            switch (search(boards, most)) {
                case NewFirst.Outcome.Sequence sequence -> {
                    return new MoveAnswer.Found(
                            sequence.plan(), sequence.plan().moves().size());
                }
                case NewFirst.Outcome.None none -> {
                    if (none.ever()) {
                        return new MoveAnswer.Impossible(Obstacle.NO_ORDER);
                    }
                }
                case NewFirst.Outcome.Limit _ -> {
                    return direct.isPresent() ? new MoveAnswer.Found(direct.get(), most) : beyond(touched, most);
                }
            }
        }
        return new MoveAnswer.Found(direct.orElseThrow(), end);
    }

    /** The fewest moves into places that are free already; only asked of one instance. */
    private Optional<MovePlan> direct() {
        List<Integer> wanted = Arrays.stream(target).boxed().toList();
        return Arrays.stream(target).sum() == 1
                ? new Direct(slots, boards, forced, wanted.indexOf(1)).plan()
                : Optional.empty();
    }

    /** Where all GPUs are too many to try: a longer sequence on some of them, which is not proven to be the shortest. */
    private MoveAnswer beyond(Set<String> touched, int atLeast) {
        return search(of(touched, 1), Integer.MAX_VALUE) instanceof NewFirst.Outcome.Sequence sequence
                ? new MoveAnswer.Found(sequence.plan(), atLeast)
                : new MoveAnswer.Undecided(atLeast);
    }

    private NewFirst.Outcome search(List<Board> some, int most) {
        return new NewFirst(slots, some, forced, target).search(most);
    }

    /** Some GPUs, and the emptiest of the others. */
    private List<Board> of(Set<String> ids, int more) {
        Set<String> chosen = new LinkedHashSet<>(ids);
        if (forced != null) {
            chosen.add(forced.gpu().id());
        }
        boards.stream()
                .filter(board -> !ids.contains(board.gpu().id()))
                .sorted(Comparator.comparingInt(board -> board.gpu().allocatedSlices()))
                .limit(more)
                .forEach(board -> chosen.add(board.gpu().id()));
        return boards.stream()
                .filter(board -> chosen.contains(board.gpu().id()))
                .toList();
    }
}
