package io.slicewise.story;

import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.WeightBasis.Hardware;
import java.util.List;
import java.util.Optional;

/**
 * By compute slices and by SMs the figures differ: on an H100 a 3g has 3 of 7 slices, but 60 of 132 SMs. Looked at
 * where one of the two is the basis, and over one model, where both are shares of the same hardware.
 */
final class BasisRule extends Rule {
    private static final double ROUNDING = 1e-9;

    BasisRule() {
        super("basis", View.WEIGHTS);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", points(limits.basis())));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Figures figures = facts.figures();
        WeightBasis basis = figures.weights().basis();
        boolean looked = basis == Hardware.SLICES || basis == Hardware.SMS;
        if (!looked || facts.mentions().mixed() || facts.total().reported() == 0 || isProportional(figures)) {
            return Optional.empty();
        }
        Averages slices = averages(figures, Hardware.SLICES);
        Averages sms = averages(figures, Hardware.SMS);
        double weighted = Math.abs(slices.weightedAverage() - sms.weightedAverage());
        double whole = Math.abs(slices.wholeGpu() - sms.wholeGpu());
        double most = Math.max(weighted, whole);
        if (!Thresholds.reaches(most, facts.thresholds().basis())) {
            return Optional.empty();
        }
        return Optional.of(Finding.ofFleet(
                Severity.NOTICE,
                this,
                Text.of(
                        key(slices, sms),
                        new Percent(slices.weightedAverage()),
                        new Percent(sms.weightedAverage()),
                        new Percent(slices.wholeGpu()),
                        new Percent(sms.wholeGpu())),
                Text.of("story.basis.advice"),
                most));
    }

    /** What to say: of both figures, or of the one that differs as it is printed. */
    private static String key(Averages slices, Averages sms) {
        if (isPrintedAlike(slices.weightedAverage(), sms.weightedAverage())) {
            return "story.basis.whole";
        }
        return isPrintedAlike(slices.wholeGpu(), sms.wholeGpu()) ? "story.basis.weighted" : "story.basis";
    }

    private static boolean isPrintedAlike(double one, double other) {
        return Numbers.percentNumber(one).equals(Numbers.percentNumber(other));
    }

    /** Whether both bases give every instance the same share of its GPU; also where there is nothing to compare. */
    private static boolean isProportional(Figures figures) {
        for (Share share : figures.shares()) {
            GpuModel model = share.gpu().model();
            Integer sms = share.instance().profile().sms();
            if (model == null || model.sms() == null || sms == null) {
                return true;
            }
            if (Math.abs((double) sms / model.sms() - Facts.sliceShare(share)) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private static Averages averages(Figures figures, Hardware basis) {
        List<Share> shares = figures.shares();
        double[] loads = new double[shares.size()];
        double[] weights = new double[shares.size()];
        for (int i = 0; i < loads.length; i++) {
            Instance instance = shares.get(i).instance();
            loads[i] = instance.utilization();
            weights[i] = basis.instance(shares.get(i).gpu().model(), instance.profile());
        }
        double hardware = 0;
        for (GpuFigures gpu : figures.gpus()) {
            hardware += basis.gpu(gpu.gpu().model());
        }
        return Averages.of(loads, weights, hardware);
    }
}
