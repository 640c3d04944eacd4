package io.slicewise.commands;

import io.slicewise.fleet.Instance;
import io.slicewise.planning.change.Step;
import io.slicewise.text.Messages;
import io.slicewise.text.Percent;

/** What people call what is in a step. */
final class Named {
    private Named() {}

    /** {@code 1g.10gb@4, lab-1, team, 12.0 %}. */
    static String of(Instance instance, Messages words) {
        String placed = instance.profile().name() + "@" + instance.start();
        String name = instance.name().isEmpty() ? placed : placed + ", " + instance.name();
        String owner = instance.owner().isEmpty() ? name : name + ", " + instance.owner();
        return Shell.oneLine(words.say("commands.named", owner, new Percent(instance.utilization())));
    }

    /** The key of why a creation is possible. */
    static String reason(Step.Reason reason) {
        return switch (reason) {
            case FREE_ALREADY -> "commands.reason.free";
            case FREED -> "commands.reason.freed";
        };
    }
}
