package io.slicewise.desktop.fleet;

import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.survey.Answer;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.Survey;

/**
 * How much of the fleet is there and what it amounts to.
 *
 * @param count how many of how many rows, and how many are selected
 * @param figures S, W, G and the gap over them
 */
record FleetSummary(Text count, Text figures) {
    static FleetSummary of(Answer answer, Survey survey, int selected) {
        Averages averages = answer.averages();
        boolean gpus = answer.query().kind() == Kind.GPUS;
        int all = gpus ? survey.gpus().size() : survey.instances().size();
        int found = gpus ? answer.gpus() : averages.instances();
        String kind = gpus ? "gpus" : "instances";
        Text count = found == all ? Text.of("fleet.count." + kind, all) : Text.of("fleet.count.of." + kind, found, all);
        return new FleetSummary(
                selected == 0 ? count : Text.of("fleet.count.selected", count, selected),
                Text.of(
                        "fleet.figures",
                        new Percent(averages.instanceAverage()),
                        new Percent(averages.weightedAverage()),
                        new Percent(averages.wholeGpu()),
                        averages.shownGap(),
                        new Percent(averages.allocatedShare())));
    }

    String in(Messages messages) {
        return messages.say(count) + "   " + messages.say(figures);
    }
}
