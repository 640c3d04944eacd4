package io.slicewise.planning.trend;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Timeline;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is looked at from day to day. */
public enum DailyFigure {
    /** Whole-GPU utilization, a ratio. */
    WHOLE_GPU,
    /** The share of the hardware that is allocated, a ratio. */
    ALLOCATED,
    /** Compute slices in use: whole-GPU utilization times all slices. Of one model, since slices of several do not add up. */
    SLICES_IN_USE,
    /** Compute slices that are allocated: what was asked for and got. */
    SLICES_REQUESTED,
    /** Memory in use, in GiB. */
    MEMORY;

    /** Those that a range tells of. */
    public static List<DailyFigure> of(Timeline timeline) {
        return Arrays.stream(values()).filter(figure -> figure.isIn(timeline)).toList();
    }

    private boolean isIn(Timeline timeline) {
        return switch (this) {
            case WHOLE_GPU, ALLOCATED -> true;
            case SLICES_IN_USE, SLICES_REQUESTED ->
                timeline.gpus().stream()
                                        .map(gpu -> gpu.gpu().model())
                                        .distinct()
                                        .count()
                                == 1
                        && timeline.gpus().getFirst().gpu().model() != null;
            case MEMORY -> timeline.has(ReadingKind.MEMORY);
        };
    }

    /** What it is called. */
    public Text title() {
        return Text.of("trend.figure." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Whether it is a ratio, and not a number. */
    public boolean isRatio() {
        return this == WHOLE_GPU || this == ALLOCATED;
    }
}
