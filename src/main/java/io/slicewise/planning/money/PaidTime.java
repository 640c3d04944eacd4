package io.slicewise.planning.money;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.LabelSet;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.money.PaidGpu.Use;
import io.slicewise.usage.survey.Attribute;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What is paid for, and whose it is. A GPU whose model has no rate is left out: whether there is one has to be asked before.
 *
 * @param rates by the id of a model what an hour costs
 * @param hours how long a moment is taken to last
 * @param by whose an instance is
 * @param labels what the monitoring said about an instance
 */
public record PaidTime(
        Map<String, BigDecimal> rates, BigDecimal hours, Attribute by, BiFunction<Gpu, Instance, LabelSet> labels) {
    /** Hours of an average month. */
    public static final BigDecimal MONTH = BigDecimal.valueOf(730);

    private static final BigDecimal MILLIS = BigDecimal.valueOf(3_600_000);

    public PaidTime {
        rates = Map.copyOf(rates);
    }

    /** By whom hardware is shared out unless somebody says otherwise: owners where there are any, else hosts, else GPUs. */
    public static Attribute payers(List<Gpu> gpus) {
        boolean owned = gpus.stream()
                .flatMap(gpu -> gpu.instances().stream())
                .anyMatch(instance -> !instance.owner().isEmpty());
        if (owned) {
            return Attribute.Field.OWNER;
        }
        return gpus.stream().anyMatch(gpu -> !gpu.host().isEmpty()) ? Attribute.Field.HOST : Attribute.Field.GPU;
    }

    /**
     * What there is of GPUs over a time.
     *
     * @param gpus all of them: one without MIG has one instance of the full profile, an empty one none
     * @param timeline what was recorded; {@code null} where one moment stands for all of it
     */
    public List<PaidGpu> of(List<Gpu> gpus, @Nullable Timeline timeline) {
        List<PaidGpu> paid = new ArrayList<>();
        if (timeline == null) {
            gpus.forEach(gpu -> add(paid, gpu, hours, gpu.instances()));
            return paid;
        }
        for (GpuTrack track : timeline.gpus()) {
            periods(paid, timeline, track);
        }
        BigDecimal all = hours(timeline.end() - timeline.start());
        Set<String> recorded = timeline.recordedIds();
        for (Gpu gpu : gpus) {
            // what a GPU without instances did over the time, its last reading does not tell
            if (!recorded.contains(gpu.id())) {
                add(
                        paid,
                        gpu,
                        all,
                        gpu.instances().stream()
                                .map(one -> one.withUtilization(Instance.NO_READING))
                                .toList());
            }
        }
        return paid;
    }

    /** How many hours it lasts. */
    public BigDecimal hours(@Nullable Timeline timeline) {
        return timeline == null ? hours : hours(timeline.end() - timeline.start());
    }

    /** In each of them the same instances exist. */
    private void periods(List<PaidGpu> paid, Timeline timeline, GpuTrack track) {
        TreeSet<Long> bounds = new TreeSet<>();
        for (int i = 0; i < track.span().size(); i++) {
            bounds.add(track.span().from(i));
            bounds.add(track.span().to(i));
        }
        for (InstanceTrack one : track.instances()) {
            for (int i = 0; i < one.spans().size(); i++) {
                bounds.add(one.spans().from(i));
                bounds.add(one.spans().to(i));
            }
        }
        for (Long from : bounds) {
            Long to = bounds.higher(from);
            if (to != null && track.span().contains(from)) {
                List<Instance> there = track.instances().stream()
                        .filter(one -> one.existsAt(from))
                        .map(one -> one.instance()
                                .withUtilization(
                                        timeline.strip(one, from, to, 1).means()[0]))
                        .toList();
                add(paid, track.gpu(), hours(to - from), there);
            }
        }
    }

    private void add(List<PaidGpu> paid, Gpu gpu, BigDecimal time, List<Instance> instances) {
        GpuModel model = gpu.model();
        BigDecimal rate = model == null ? null : rates.get(model.id());
        if (model != null && rate != null) {
            List<Use> uses = instances.stream()
                    .map(one ->
                            new Use(by.of(gpu, one, labels.apply(gpu, one)), one.profile(), time, one.utilization()))
                    .toList();
            paid.add(new PaidGpu(model, rate, time, uses));
        }
    }

    private static BigDecimal hours(long millis) {
        return BigDecimal.valueOf(millis).divide(MILLIS, MathContext.DECIMAL128);
    }
}
