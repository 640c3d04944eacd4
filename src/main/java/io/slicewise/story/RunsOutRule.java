package io.slicewise.story;

import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.trend.DailySeries;
import io.slicewise.planning.trend.Forecast;
import io.slicewise.planning.trend.Forecast.Seen;
import io.slicewise.planning.trend.TrendSentences;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.Optional;

/** The hardware will be full within the time that the recorded range can look ahead. */
final class RunsOutRule extends Rule {
    /** Within so many days it is more than good to know. */
    private static final int SOON = 30;

    RunsOutRule() {
        super("runs-out", View.PLAN);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", new Percent(DailySeries.USUAL_TARGET)));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Outlook outlook = facts.outlook();
        if (outlook == null
                || !(outlook.forecast() instanceof Seen seen)
                || TrendSentences.refusal(seen) != null
                || seen.days().earliest().isEmpty()) {
            return Optional.empty();
        }
        int soonest = seen.days().earliest().getAsInt();
        Text message = Text.of(
                "story.runsOut",
                new Percent(outlook.capacity()),
                TrendSentences.day(seen, seen.days().earliest()),
                TrendSentences.expected(seen),
                TrendSentences.day(seen, seen.days().latest()));
        return Optional.of(Finding.ofFleet(
                soonest <= SOON ? Severity.WARNING : Severity.NOTICE,
                this,
                message,
                Text.of("story.runsOut.advice"),
                1 - (double) soonest / (Forecast.LONGEST_HORIZON + 1)));
    }
}
