package io.slicewise.usage;

import io.slicewise.mig.GpuModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a GPU counts beside a GPU of another model. Over one model it changes nothing; over several a slice is not a
 * slice.
 */
public sealed interface GpuWeight {
    /** The persistent name: {@code equal}, {@code sms}, {@code own}. */
    String id();

    /** The weight; {@code NaN} when it is not known. */
    double of(@Nullable GpuModel model);

    /** Each GPU counts as one. The default. */
    record Equal() implements GpuWeight {
        @Override
        public String id() {
            return "equal";
        }

        @Override
        public double of(@Nullable GpuModel model) {
            return 1;
        }
    }

    /** Each GPU counts by the SMs that it has under MIG. */
    record BySms() implements GpuWeight {
        @Override
        public String id() {
            return "sms";
        }

        @Override
        public double of(@Nullable GpuModel model) {
            Integer sms = model == null ? null : model.sms();
            return sms == null ? Double.NaN : sms;
        }
    }

    /**
     * The planner's own weights, cost per hour for example.
     *
     * @param weights by model id
     */
    record Own(Map<String, Double> weights) implements GpuWeight {
        public Own {
            weights = Map.copyOf(weights);
        }

        @Override
        public String id() {
            return "own";
        }

        @Override
        public double of(@Nullable GpuModel model) {
            return model == null ? Double.NaN : weights.getOrDefault(model.id(), Double.NaN);
        }
    }
}
