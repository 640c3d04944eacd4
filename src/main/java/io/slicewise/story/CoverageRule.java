package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Instances without a reading: they are not idle, and the whole-GPU figure could lie in a range. */
final class CoverageRule extends Rule {
    private static final double WIDE = 0.1;

    CoverageRule() {
        super("coverage", View.READINGS);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Averages total = facts.total();
        if (total.isComplete()) {
            return Optional.empty();
        }
        double range = total.wholeGpuHigh() - total.wholeGpuLow();
        boolean narrow = range < WIDE;
        return Optional.of(Finding.ofInstances(
                narrow ? Severity.NOTICE : Severity.WARNING,
                this,
                message(total),
                Text.of("story.coverage.advice"),
                silent(facts.figures().shares()),
                Double.isNaN(range) ? 1 : range));
    }

    private static Text message(Averages total) {
        if (total.reported() == 0) {
            return Text.of("story.coverage.none", total.instances());
        }
        if (Double.isNaN(total.wholeGpu())) {
            return Text.of("story.coverage.some", total.reported(), total.instances());
        }
        return Text.of(
                "story.coverage.range",
                total.reported(),
                total.instances(),
                new Percent(total.wholeGpuLow()),
                new Percent(total.wholeGpuHigh()));
    }

    private static List<Share> silent(List<Share> shares) {
        List<Share> silent = new ArrayList<>();
        for (Share share : shares) {
            if (!share.instance().isReported()) {
                silent.add(share);
            }
        }
        return silent;
    }
}
