package io.slicewise.cli;

import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.timeline.Timeline;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * Which moment of files of a range is meant.
 *
 * @param at the moment; {@code null} where none was chosen
 */
record AtMoment(@Nullable Instant at) {
    static AtMoment of(ParseResult command) {
        String text = command.matchedOptionValue(CommandOptions.AT, "");
        return new AtMoment(
                text.isEmpty()
                        ? null
                        : Times.instant(
                                CommandOptions.AT, text, InstantSource.system().instant(), ZoneId.systemDefault()));
    }

    boolean isChosen() {
        return at != null;
    }

    /**
     * What a file tells of that moment; all that it tells where none was chosen, or where it tells of one moment only.
     *
     * @param problems gets an error where the moment is not in the range of the file; then it is {@code null}
     */
    @Nullable
    Snapshot of(String file, Snapshot told, @Nullable Timeline timeline, List<Problem> problems) {
        Instant moment = at;
        if (moment == null) {
            return told;
        }
        if (timeline == null || timeline.isEmpty()) {
            problems.add(Problem.warning(Where.file(file), Text.of("cli.at.single", CommandOptions.AT)));
            return told;
        }
        long time = moment.toEpochMilli();
        if (time < timeline.start() || time >= timeline.end()) {
            problems.add(Problem.error(
                    Where.file(file),
                    Text.of(
                            "cli.at.outside",
                            moment.truncatedTo(ChronoUnit.SECONDS).toString(),
                            Instant.ofEpochMilli(timeline.start()).toString(),
                            Instant.ofEpochMilli(timeline.end() - timeline.step())
                                    .toString())));
            return null;
        }
        return told.moment(timeline.at(time));
    }

    /** Says that it is one; {@code null} where none was chosen. */
    @Nullable
    Text said(ZoneId zone) {
        return at == null
                ? null
                : Text.of(
                        "cli.at.said",
                        at.atZone(zone)
                                .toLocalDateTime()
                                .truncatedTo(ChronoUnit.SECONDS)
                                .toString()
                                .replace('T', ' '),
                        zone.getId());
    }
}
