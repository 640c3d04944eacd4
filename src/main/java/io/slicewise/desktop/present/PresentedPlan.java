package io.slicewise.desktop.present;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What comes of a document's plan; while somebody presents nothing of it changes, so it is worked out once. */
final class PresentedPlan {
    private @Nullable PlanInput from;
    private @Nullable Planned planned;

    /** @return nothing where the document has no plan */
    @Nullable
    Planned of(@Nullable PlanInput input) {
        if (!Objects.equals(input, from)) {
            from = input;
            planned = input == null ? null : input.planned(Catalogue.builtIn().models(), Effort.USUAL);
        }
        return planned;
    }
}
