package io.slicewise.story;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Something about a fleet that is worth a planner's look.
 *
 * @param severity how much it matters
 * @param rule which rule found it; a stable name, for links into views and for files
 * @param view the place that shows what it is about
 * @param message what was found, with the numbers behind it
 * @param advice what to do about it
 * @param instances the instances that it is about, most of them first where there is an order
 * @param gpus the ids of the GPUs that it is about; those of its instances included
 * @param importance how much of a figure it touches, a ratio from 0 to 1; orders findings of one severity
 */
public record Finding(
        Severity severity,
        String rule,
        View view,
        Text message,
        Text advice,
        List<InstanceRef> instances,
        List<String> gpus,
        double importance) {
    /** The gravest first, then the one that touches most. */
    static final Comparator<Finding> RANK = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::importance)
            .reversed();

    public Finding {
        instances = List.copyOf(instances);
        gpus = List.copyOf(gpus);
        if (!(importance >= 0 && importance <= 1)) {
            throw new IllegalArgumentException("importance is a ratio from 0 to 1, not " + importance);
        }
    }

    /** How much a finding matters; ascending. */
    public enum Severity {
        /** Good to know. */
        INFO,
        /** Something can be won here. */
        NOTICE,
        /** A figure misleads, or a person suffers. */
        WARNING
    }

    /** About the whole fleet. */
    static Finding ofFleet(Severity severity, Rule rule, Text message, Text advice, double importance) {
        return new Finding(severity, rule.id(), rule.view(), message, advice, List.of(), List.of(), clamp(importance));
    }

    /** About some GPUs. */
    static Finding ofGpus(
            Severity severity, Rule rule, Text message, Text advice, List<String> gpus, double importance) {
        return new Finding(severity, rule.id(), rule.view(), message, advice, List.of(), gpus, clamp(importance));
    }

    /** About some instances. */
    static Finding ofInstances(
            Severity severity, Rule rule, Text message, Text advice, List<Share> shares, double importance) {
        List<InstanceRef> refs = new ArrayList<>(shares.size());
        LinkedHashSet<String> gpus = new LinkedHashSet<>();
        for (Share share : shares) {
            refs.add(share.ref());
            gpus.add(share.gpu().id());
        }
        return new Finding(
                severity, rule.id(), rule.view(), message, advice, refs, List.copyOf(gpus), clamp(importance));
    }

    private static double clamp(double importance) {
        return Math.clamp(importance, 0, 1);
    }
}
