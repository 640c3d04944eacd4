package io.slicewise.planning.alternative;

import io.slicewise.mig.GpuModel;
import io.slicewise.planning.program.Effort;
import java.util.ArrayList;
import java.util.List;

/**
 * A document or one of its alternatives, with what comes of it.
 *
 * @param name what it is called
 * @param basis what it amounts to
 * @param outcome what comes of it
 */
public record Compared(String name, Basis basis, AlternativeOutcome outcome) {
    /**
     * A document and its alternatives side by side.
     *
     * @param first which of them the others are compared with: 0 for the document
     * @param models where models are looked up
     * @return the document first, then the alternatives in their order
     */
    public static List<Compared> all(
            String name, Basis basis, List<Alternative> alternatives, int first, List<GpuModel> models, Effort effort) {
        List<Basis> bases = new ArrayList<>(List.of(basis));
        alternatives.forEach(one -> bases.add(one.on(basis)));
        List<Compared> all = new ArrayList<>();
        for (int i = 0; i < bases.size(); i++) {
            all.add(new Compared(
                    i == 0 ? name : alternatives.get(i - 1).name(),
                    bases.get(i),
                    AlternativeOutcome.of(bases.get(i), i == first ? null : bases.get(first), models, effort)));
        }
        return all;
    }
}
