package io.slicewise.commands;

import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import io.slicewise.planning.change.Step;
import io.slicewise.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** The steps of a change for people, to be ticked. */
public final class Checklist {
    private Checklist() {}

    /** One line a step: where, what, why. */
    public static List<String> of(FleetChange change, Messages words) {
        List<String> lines = new ArrayList<>();
        for (GpuChange gpu : change.changed()) {
            for (Step step : gpu.steps()) {
                lines.add(Shell.oneLine("- [ ] " + gpu.before().nameOnHost() + ": " + said(step, words)));
            }
        }
        return lines;
    }

    private static String said(Step step, Messages words) {
        return switch (step) {
            case Step.Stop stop -> words.say("commands.list.stop", Named.of(stop.instance(), words));
            case Step.Destroy destroy ->
                words.say(
                        "commands.list.destroy",
                        destroy.instance().profile().name(),
                        String.valueOf(destroy.instance().start()));
            case Step.Create create ->
                words.say(
                        "commands.list.create",
                        create.placement().profile().name(),
                        String.valueOf(create.placement().start()),
                        words.say(Named.reason(create.reason())));
        };
    }
}
