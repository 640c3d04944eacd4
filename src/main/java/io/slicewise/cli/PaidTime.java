package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.money.PaidGpu;
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
import java.util.TreeSet;

/**
 * What of files is paid for.
 *
 * @param rates by model what an hour costs
 * @param hours how long a moment is taken to last
 * @param by whose an instance is
 */
record PaidTime(Map<String, BigDecimal> rates, BigDecimal hours, Attribute by) {
    private static final BigDecimal MILLIS = BigDecimal.valueOf(3_600_000);

    /** The GPUs of a file, over its time where it tells of one. */
    List<PaidGpu> of(Part part) {
        Timeline timeline = part.timeline();
        List<PaidGpu> paid = new ArrayList<>();
        if (timeline == null) {
            part.gpus().forEach(gpu -> add(paid, part, gpu, hours, gpu.instances()));
            return paid;
        }
        for (GpuTrack track : timeline.gpus()) {
            periods(paid, part, timeline, track);
        }
        BigDecimal all = hours(timeline.end() - timeline.start());
        for (Gpu gpu : part.gpus()) {
            // what a GPU without instances did over the time, its last reading does not tell
            if (timeline.gpus().stream().noneMatch(track -> track.gpu().id().equals(gpu.id()))) {
                add(
                        paid,
                        part,
                        gpu,
                        all,
                        gpu.instances().stream()
                                .map(one -> one.withUtilization(Instance.NO_READING))
                                .toList());
            }
        }
        return paid;
    }

    /** How many hours the time of a file lasts. */
    BigDecimal hours(Part part) {
        Timeline timeline = part.timeline();
        return timeline == null ? hours : hours(timeline.end() - timeline.start());
    }

    /** In each of them the same instances exist. */
    private void periods(List<PaidGpu> paid, Part part, Timeline timeline, GpuTrack track) {
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
                add(paid, part, track.gpu(), hours(to - from), there);
            }
        }
    }

    private void add(List<PaidGpu> paid, Part part, Gpu gpu, BigDecimal time, List<Instance> instances) {
        GpuModel model = gpu.model();
        BigDecimal rate = model == null ? null : rates.get(model.id());
        if (model != null && rate != null) {
            List<Use> uses = instances.stream()
                    .map(one -> new Use(by.of(gpu, one, part.labels(gpu, one)), one.profile(), time, one.utilization()))
                    .toList();
            paid.add(new PaidGpu(model, rate, time, uses));
        }
    }

    private static BigDecimal hours(long millis) {
        return BigDecimal.valueOf(millis).divide(MILLIS, MathContext.DECIMAL128);
    }
}
