package io.slicewise.story;

import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.List;

/**
 * A fleet explained to an audience in one minute.
 *
 * @param headline the one line that stays: for managers the verdict, for others what holds whatever the numbers are
 * @param summary what the numbers say, in one sentence
 * @param paragraphs why that is so and what follows; what to do stands last
 */
public record AudienceSummary(Text headline, Text summary, List<Text> paragraphs) {
    private static final Figure[] ALL = Figure.values();

    public AudienceSummary {
        paragraphs = List.copyOf(paragraphs);
    }

    /** What to tell. Where there are no figures, the reason for that is all there is to say. */
    public static AudienceSummary of(Figures figures, Audience audience, Thresholds thresholds) {
        String id = audience.id();
        Text headline = Text.of("advice.audience." + id + ".headline");
        Text none = Why.noAverages(figures);
        if (none != null || Double.isNaN(figures.total().wholeGpu())) {
            Text why = none == null ? WhyWhole.of(figures) : none;
            return new AudienceSummary(headline, why, List.of());
        }
        if (audience == Audience.MANAGER) {
            Verdict verdict = Verdict.of(figures, thresholds).orElse(null);
            return verdict == null
                    ? new AudienceSummary(headline, WhyWhole.of(figures), List.of())
                    : new AudienceSummary(
                            verdict.headline(), verdict.split(), List.of(verdict.reference(), verdict.next()));
        }
        Numbered numbered = Numbered.of(figures, thresholds);
        Text summary = numbered.say("advice.audience." + id + ".summary", ALL);
        Text explained = numbered.say("advice.audience." + id + ".explained", ALL);
        Text next = numbered.say("advice.audience." + id + ".next", ALL);
        return new AudienceSummary(
                headline,
                summary,
                switch (audience) {
                    case MANAGER, ENGINEER -> List.of(explained, Why.of(figures), WhyWhole.of(figures), next);
                    case OPERATOR -> List.of(Why.of(figures), WhyWhole.of(figures), explained, next);
                });
    }

    /** The line that holds whatever the audience: the figures differ in what they look from. */
    public static Text coreMessage() {
        return Text.of("advice.core");
    }

    /** What all of it comes down to, each in one sentence. */
    public static List<Text> conclusions() {
        return List.of(
                Text.of("advice.conclusion.both"),
                Text.of("advice.conclusion.average"),
                Text.of("advice.conclusion.weighted"),
                Text.of("advice.conclusion.whole"),
                Text.of("advice.conclusion.dashboard"));
    }
}
