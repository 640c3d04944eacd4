package io.slicewise.planning.moves;

import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fewest moves that make room.
 *
 * <p>Fewest moves first; of equals fewer GPUs touched, then less work stopped. Instances move between GPUs of one model
 * only. Where there are several models, what is wanted is shared out among them in every way, and the cheapest way counts.
 *
 * <p>Example: {@code 2g@0 1g@4 1g@6} on one A100, room for a 3g: three slices are free and no 3g fits; after two moves,
 * the 1g to the starts 2 and 3, it does.
 */
public final class FewestMoves {
    /** The more there is in an answer, the better it is. */
    private static final Comparator<MoveAnswer> BEST = Comparator.comparingInt(FewestMoves::rank)
            .thenComparingInt(FewestMoves::moves)
            .thenComparingInt(FewestMoves::touched);

    private final MoveRequest request;
    private final Map<GpuModel, List<Gpu>> models = new LinkedHashMap<>();
    private final Map<String, Optional<MoveAnswers>> known = new LinkedHashMap<>();

    private FewestMoves(MoveRequest request) {
        this.request = request;
        for (Gpu gpu : request.fleet().gpus()) {
            if (gpu.model() != null && OnModel.isKnown(gpu)) {
                models.computeIfAbsent(gpu.model(), _ -> new ArrayList<>()).add(gpu);
            }
        }
        if (request.on() != null) {
            models.values()
                    .removeIf(gpus -> gpus.stream().noneMatch(gpu -> gpu.id().equals(request.on())));
        }
    }

    /** Both answers; either may be proven to be impossible, and then why. */
    public static MoveAnswers of(MoveRequest request) {
        return new FewestMoves(request).answers();
    }

    /** The GPUs that take no part, because their model, or where their instances stand, is not known or not legal. */
    public static List<Gpu> left(MoveRequest request) {
        return request.fleet().gpus().stream()
                .filter(gpu -> !OnModel.isKnown(gpu))
                .toList();
    }

    private MoveAnswers answers() {
        List<MoveAnswers> all = new ArrayList<>();
        share(0, new LinkedHashMap<>(), all);
        MoveAnswer none = new MoveAnswer.Impossible(Obstacle.NO_GPU);
        return new MoveAnswers(
                all.stream().map(MoveAnswers::withStop).min(BEST).orElse(none),
                all.stream().map(MoveAnswers::newFirst).min(BEST).orElse(none));
    }

    /** Every way to share out what is wanted, from one on; equal ones keep the models' order so that no way comes twice. */
    private void share(int next, Map<GpuModel, List<Profile>> shares, List<MoveAnswers> all) {
        if (next == request.wanted().size()) {
            together(shares).ifPresent(all::add);
            return;
        }
        WantedProfile wanted = request.wanted().get(next);
        for (GpuModel model : models.keySet()) {
            Optional<Profile> profile = wanted.on(model).filter(one -> one.placement() != null);
            if (profile.isPresent()) {
                shares.computeIfAbsent(model, _ -> new ArrayList<>()).add(profile.get());
                share(next + 1, shares, all);
                Objects.requireNonNull(shares.get(model)).removeLast();
            }
        }
    }

    private Optional<MoveAnswers> together(Map<GpuModel, List<Profile>> shares) {
        List<MoveAnswers> parts = new ArrayList<>();
        for (Map.Entry<GpuModel, List<Profile>> share : shares.entrySet()) {
            if (!share.getValue().isEmpty()) {
                parts.add(on(share.getKey(), share.getValue()));
            }
        }
        return Optional.of(new MoveAnswers(
                sum(parts.stream().map(MoveAnswers::withStop).toList()),
                sum(parts.stream().map(MoveAnswers::newFirst).toList())));
    }

    private MoveAnswers on(GpuModel model, List<Profile> wanted) {
        String key = model.id() + wanted.stream().map(Profile::name).sorted().toList();
        return known.computeIfAbsent(
                        key,
                        _ -> Optional.of(OnModel.of(
                                        model,
                                        Objects.requireNonNull(models.get(model)),
                                        wanted,
                                        request.on(),
                                        request.pinned())
                                .answers()))
                .orElseThrow();
    }

    /** Several models' answers as one: what is impossible on one of them is impossible. */
    private static MoveAnswer sum(List<MoveAnswer> parts) {
        List<Move> moves = new ArrayList<>();
        List<Spot> room = new ArrayList<>();
        int atLeast = 0;
        boolean isFound = true;
        for (MoveAnswer part : parts) {
            switch (part) {
                case MoveAnswer.Impossible impossible -> {
                    return impossible;
                }
                case MoveAnswer.Undecided undecided -> {
                    isFound = false;
                    atLeast += undecided.atLeast();
                }
                case MoveAnswer.Found found -> {
                    moves.addAll(found.plan().moves());
                    room.addAll(found.plan().room());
                    atLeast += found.atLeast();
                }
            }
        }
        return isFound ? new MoveAnswer.Found(new MovePlan(moves, room), atLeast) : new MoveAnswer.Undecided(atLeast);
    }

    private static int rank(@Nullable MoveAnswer answer) {
        return switch (answer) {
            case MoveAnswer.Found _ -> 0;
            case MoveAnswer.Undecided _ -> 1;
            case MoveAnswer.Impossible impossible ->
                2 + Obstacle.values().length - impossible.obstacle().ordinal();
            case null -> Integer.MAX_VALUE;
        };
    }

    private static int moves(MoveAnswer answer) {
        return switch (answer) {
            case MoveAnswer.Found found -> found.moves();
            case MoveAnswer.Undecided undecided -> undecided.atLeast();
            case MoveAnswer.Impossible _ -> 0;
        };
    }

    private static int touched(MoveAnswer answer) {
        return answer instanceof MoveAnswer.Found found ? found.plan().touched().size() : 0;
    }
}
