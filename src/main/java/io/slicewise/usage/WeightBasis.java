package io.slicewise.usage;

import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an instance weighs, and what the GPU that it is cut from weighs. */
public sealed interface WeightBasis {
    /** The persistent name: {@code slices}, {@code sms}, {@code memory-slices}, {@code memory-gib}, {@code own}. */
    String id();

    /** The weight of an instance of this profile; {@code NaN} when it is not known. */
    double instance(@Nullable GpuModel model, Profile profile);

    /** The weight of all of the GPU; {@code NaN} when it is not known. */
    double gpu(@Nullable GpuModel model);

    /** Whether the figures behind the weights of this profile were read on this very hardware. */
    default boolean isVerified(@Nullable GpuModel model, Profile profile) {
        return model != null && profile.verified();
    }

    /** A figure of the hardware as the weight. */
    enum Hardware implements WeightBasis {
        /** Compute slices, {@code c_i} of {@code C}: what compute counters scale with. The default. */
        SLICES {
            @Override
            public double instance(@Nullable GpuModel model, Profile profile) {
                return profile.computeSlices();
            }

            @Override
            public double gpu(@Nullable GpuModel model) {
                return model == null ? Double.NaN : model.computeSlices();
            }

            @Override
            public boolean isVerified(@Nullable GpuModel model, Profile profile) {
                // every GPU's slices stand in NVIDIA's own tables; only what came without a model is open
                return model != null;
            }
        },
        /** Streaming multiprocessors: on H100 and H200 not proportional to slices (3g: 60 of 132). */
        SMS {
            @Override
            public double instance(@Nullable GpuModel model, Profile profile) {
                return number(profile.sms());
            }

            @Override
            public double gpu(@Nullable GpuModel model) {
                return model == null ? Double.NaN : number(model.sms());
            }
        },
        /** Memory slices, of 8 on 7-slice GPUs: what {@code DRAM_ACTIVE} scales with. */
        MEMORY_SLICES {
            @Override
            public double instance(@Nullable GpuModel model, Profile profile) {
                return number(profile.memorySlices());
            }

            @Override
            public double gpu(@Nullable GpuModel model) {
                return model == null ? Double.NaN : number(model.memorySlices());
            }
        },
        /** Memory in GiB as {@code nvidia-smi mig -lgip} prints it, of the full profile's. */
        MEMORY_GIB {
            @Override
            public double instance(@Nullable GpuModel model, Profile profile) {
                return number(profile.memory());
            }

            @Override
            public double gpu(@Nullable GpuModel model) {
                return model == null ? Double.NaN : number(model.memoryGib());
            }
        };

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The basis of a persistent name. */
        public static Optional<WeightBasis> of(String id) {
            for (Hardware basis : values()) {
                if (basis.id().equals(id)) {
                    return Optional.of(basis);
                }
            }
            return Optional.empty();
        }

        private static double number(@Nullable Number number) {
            return number == null ? Double.NaN : number.doubleValue();
        }
    }

    /**
     * The planner's own table.
     *
     * @param weights by {@code model id/profile name} for instances and by {@code model id} for whole GPUs
     */
    record Own(Map<String, Double> weights) implements WeightBasis {
        public Own {
            weights = Map.copyOf(weights);
        }

        /** The key of a profile in the table. */
        public static String key(GpuModel model, Profile profile) {
            return model.id() + "/" + profile.name();
        }

        @Override
        public String id() {
            return "own";
        }

        @Override
        public double instance(@Nullable GpuModel model, Profile profile) {
            return model == null ? Double.NaN : weights.getOrDefault(key(model, profile), Double.NaN);
        }

        @Override
        public double gpu(@Nullable GpuModel model) {
            return model == null ? Double.NaN : weights.getOrDefault(model.id(), Double.NaN);
        }

        @Override
        public boolean isVerified(@Nullable GpuModel model, Profile profile) {
            return true;
        }
    }
}
