package io.slicewise.promql.query;

import io.slicewise.fleet.ReadingKind;

/**
 * What recorded series are called: {@code level:metric:operations}, as Prometheus recommends. Series of another reading
 * than the engine's activity have it in their names, so that rules of two can run side by side.
 *
 * @param reading what is recorded
 */
public record SeriesNames(ReadingKind reading) {
    static final String SUMS = "readings:sum";
    static final String REPORTED = "readings:count";
    static final String INSTANCES = "instances:count";

    /** Of a figure at a level. */
    public String figure(QueryFigure figure, Level level) {
        return name(level.id(), figure.recorded());
    }

    /** With the number of GPUs of each host and model. */
    public String gpus() {
        return ofModels("gpus:count");
    }

    /** With one for each instance that is there, whatever its weight. */
    public String present() {
        return name("gpu_instance", "present:group");
    }

    String power() {
        return ofModels("power_watts:sum");
    }

    String total(WeighedTotal total) {
        return ofModels(total.recorded());
    }

    /** By host, model and profile. */
    String ofProfiles(String what) {
        return name("host_profile", what);
    }

    /** By host and model. */
    String ofModels(String what) {
        return name("host_model", what);
    }

    private String name(String level, String what) {
        return level + ":mig_" + (reading == ReadingKind.ENGINE ? "" : reading.id() + "_") + what;
    }
}
