package io.slicewise.promql.query;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Selector;
import java.util.List;

/** From series that recording rules made of {@link RawSources}, with the labels of the GPU level. */
final class RecordedSources implements Sources {
    static final String READINGS = "gpu_instance:mig_utilization:max";
    static final String WEIGHTS = "gpu_instance:mig_weight:group";
    static final String PRESENT = "gpu_instance:mig_present:group";
    static final String CAPACITIES = "gpu:mig_weight:group";
    static final String POWER = "gpu:mig_power_watts:max";

    @Override
    public Expr readings(List<String> labels) {
        return new Selector(READINGS, List.of());
    }

    @Override
    public Expr weights(List<String> labels) {
        return new Selector(WEIGHTS, List.of());
    }

    @Override
    public Expr present(List<String> labels) {
        return new Selector(PRESENT, List.of());
    }

    @Override
    public Expr capacities(List<String> labels) {
        return new Selector(CAPACITIES, List.of());
    }

    @Override
    public Expr power(List<String> labels) {
        return new Selector(POWER, List.of());
    }
}
