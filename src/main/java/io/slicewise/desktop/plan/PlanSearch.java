package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Latest;
import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds what comes of plans off the thread; only the newest plan matters, and a search ends where it does not. For one thread. */
final class PlanSearch {
    private final Latest latest;
    private final Supplier<Catalogue> catalogue;

    PlanSearch(Background background, Supplier<Catalogue> catalogue) {
        latest = new Latest(background);
        this.catalogue = catalogue;
    }

    /**
     * Finds it.
     *
     * @param input the plan; {@code null} where there is none
     * @param then gets what was found; nothing where there is no plan, or one that is not complete
     */
    void ask(@Nullable PlanInput input, Consumer<Optional<Planned>> then) {
        List<GpuModel> known = catalogue.get().models();
        latest.ask(
                cancel -> Optional.ofNullable(input).map(plan -> plan.planned(known, Effort.USUAL.until(cancel))),
                then);
    }

    /** Ends what is searched. */
    void stop() {
        latest.stop();
    }
}
