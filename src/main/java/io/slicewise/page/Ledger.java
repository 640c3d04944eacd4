package io.slicewise.page;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Labels;
import io.slicewise.planning.alternative.Alternative;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.scenario.Scenario;
import java.util.List;

/**
 * What a page says about money and watts is made from this.
 *
 * @param hardware all GPUs: one without MIG has one instance of the full profile, an empty one none
 * @param labels what the monitoring said about the instances
 * @param assumptions what the planner knows about money and watts
 * @param alternatives named variants
 */
public record Ledger(List<Gpu> hardware, Labels labels, Assumptions assumptions, List<Alternative> alternatives) {
    public Ledger {
        hardware = List.copyOf(hardware);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Of a document.
     *
     * @param hardware all its GPUs, those without instances too
     * @param labels what the monitoring said about the instances
     */
    public static Ledger of(Scenario scenario, List<Gpu> hardware, Labels labels) {
        return new Ledger(hardware, labels, scenario.assumptions(), scenario.alternatives());
    }

    /** Of which nothing is known but the GPUs. */
    static Ledger of(Fleet fleet) {
        return new Ledger(fleet.gpus(), Labels.NONE, Assumptions.NONE, List.of());
    }
}
