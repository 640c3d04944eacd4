package io.slicewise.desktop.control;

import io.slicewise.planning.goal.GoalVariable;
import io.slicewise.text.Text;
import java.util.Locale;

/** What instances are called together that take one common utilization. */
public final class VariableNames {
    private VariableNames() {}

    /** {@code all 4 instances}, {@code 3 × 1g.10gb}, {@code all on GPU 0 (4)}. */
    public static Text of(GoalVariable variable) {
        return Text.of(
                "goal.vary." + variable.kind().name().toLowerCase(Locale.ROOT),
                variable.name(),
                variable.instances().size());
    }
}
