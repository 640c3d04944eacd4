package io.slicewise.desktop.fleet;

import io.slicewise.text.Messages;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Averages;
import io.slicewise.usage.Figures;
import io.slicewise.usage.survey.FleetTable;
import io.slicewise.usage.survey.GpuRow;
import io.slicewise.usage.survey.Query.Kind;
import io.slicewise.usage.survey.QueryResult;
import io.slicewise.usage.survey.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of the fleet is there and what it amounts to.
 *
 * @param count how many of how many rows, and how many are selected, a group as the rows in it
 * @param figures S, W, G and the gap over the selected rows, or over all where none is
 */
record FleetSummary(Text count, Text figures) {
    static FleetSummary of(QueryResult answer, FleetTable survey, List<Row> selection) {
        List<Row> selected = members(selection);
        Averages averages = selected.isEmpty() ? answer.averages() : survey.averages(selected, answer.query());
        boolean gpus = answer.query().kind() == Kind.GPUS;
        int all = gpus ? survey.gpus().size() : survey.instances().size();
        int found = gpus ? answer.gpus() : answer.averages().instances();
        String kind = gpus ? "gpus" : "instances";
        Text count = found == all ? Text.of("fleet.count." + kind, all) : Text.of("fleet.count.of." + kind, found, all);
        return new FleetSummary(
                selected.isEmpty() ? count : Text.of("fleet.count.selected", count, count(selected, gpus)),
                figures(averages));
    }

    /** Of all GPUs of a fleet, whose figures are known before its rows are. */
    static FleetSummary of(Figures figures) {
        return new FleetSummary(Text.of("fleet.count.gpus", figures.gpus().size()), figures(figures.total()));
    }

    private static Text figures(Averages averages) {
        return Text.of(
                "fleet.figures",
                new Percent(averages.instanceAverage()),
                new Percent(averages.weightedAverage()),
                new Percent(averages.wholeGpu()),
                averages.shownGap(),
                new Percent(averages.allocatedShare()));
    }

    /** The rows in the selection, each once: a group can be selected together with some of its rows. */
    private static List<Row> members(List<Row> selection) {
        Map<Object, Row> members = new LinkedHashMap<>();
        selection.forEach(row -> row.members().forEach(member -> members.putIfAbsent(member.key(), member)));
        return List.copyOf(members.values());
    }

    /** A GPU that several teams share is in several groups, and one GPU nevertheless. */
    private static int count(List<Row> rows, boolean gpus) {
        return gpus
                ? (int) rows.stream()
                        .map(row -> row instanceof GpuRow gpu ? gpu.index() : row.key())
                        .distinct()
                        .count()
                : rows.size();
    }

    String in(Messages messages) {
        return messages.say(count) + "   " + messages.say(figures);
    }
}
