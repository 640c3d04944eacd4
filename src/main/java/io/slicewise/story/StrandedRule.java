package io.slicewise.story;

import io.slicewise.story.Finding.Severity;
import io.slicewise.story.Space.Stranded;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;

/** Compute slices that no profile can use, because of where the instances stand. */
final class StrandedRule extends Rule {
    StrandedRule() {
        super("stranded", View.PLAN);
    }

    @Override
    Optional<Finding> look(Facts facts) {
        List<Stranded> stranded = facts.space().stranded();
        if (stranded.isEmpty()) {
            return Optional.empty();
        }
        int slices = 0;
        for (Stranded gpu : stranded) {
            slices += gpu.layout().model().computeSlices();
        }
        Stranded first = stranded.getFirst();
        Text advice = Rearrangement.advice(first);
        return Optional.of(Finding.ofGpus(
                Severity.NOTICE,
                this,
                stranded.size() == 1 ? one(first, facts.mentions()) : many(facts),
                stranded.size() == 1
                        ? advice
                        : Text.of("story.stranded.example", facts.mentions().name(first.gpu()), advice),
                stranded.stream().map(gpu -> gpu.gpu().id()).toList(),
                (double) facts.space().strandedSlices() / slices));
    }

    private static Text one(Stranded gpu, Mentions mentions) {
        return Text.of(
                "story.stranded.one",
                mentions.name(gpu.gpu()),
                gpu.slices(),
                gpu.layout().model().computeSlices(),
                new Percent(gpu.layout().reachableCeiling()));
    }

    private static Text many(Facts facts) {
        Space space = facts.space();
        List<String> names = space.stranded().stream()
                .map(gpu -> facts.mentions().name(gpu.gpu()))
                .toList();
        return Text.of("story.stranded.many", space.stranded().size(), space.strandedSlices(), Mentions.firstOf(names));
    }
}
