package io.slicewise.story;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.planning.outlook.LeanHardware;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.story.Finding.Severity;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Other layouts, or a mix with other models, serve what was recorded for less. */
final class CheaperLayoutRule extends Rule {
    /** Less than a twentieth pays for no restart. */
    private static final double WORTH = 0.05;

    CheaperLayoutRule() {
        super("cheaper-layout", View.PLAN);
    }

    @Override
    public Optional<Text> threshold(Thresholds limits) {
        return Optional.of(Text.of("story.limit.from", new Percent(WORTH)));
    }

    @Override
    Optional<Finding> look(Facts facts) {
        Outlook outlook = facts.outlook();
        if (outlook == null) {
            return Optional.empty();
        }
        Prospect prospect = facts.prospect();
        return LeanHardware.of(recorded(facts, outlook), prospect.assumptions().rates(), prospect.offers())
                .filter(lean -> Thresholds.reaches(lean.savedPart(), WORTH))
                .map(lean -> found(lean, prospect.assumptions()));
    }

    /** The GPUs whose instances are all as they were recorded. */
    private static Map<Gpu, List<SizedInstance>> recorded(Facts facts, Outlook outlook) {
        Map<InstanceRef, SizedInstance> sizes = new HashMap<>();
        outlook.sizes().forEach(one -> sizes.put(one.ref(), one));
        Map<Gpu, List<SizedInstance>> recorded = new LinkedHashMap<>();
        facts.figures().gpus().forEach(figure -> {
            Gpu gpu = figure.gpu();
            List<SizedInstance> some = new ArrayList<>();
            gpu.instances().forEach(instance -> {
                SizedInstance size = sizes.get(new InstanceRef(gpu.id(), instance.id()));
                if (size != null && size.instance().profile().equals(instance.profile())) {
                    some.add(size);
                }
            });
            if (!some.isEmpty() && some.size() == gpu.instances().size()) {
                recorded.put(gpu, some);
            }
        });
        return recorded;
    }

    private Finding found(LeanHardware lean, Assumptions assumptions) {
        List<Text> needed = new ArrayList<>();
        lean.needed()
                .forEach((model, count) -> needed.add(Text.of("story.cheaperLayout.gpus", count, model.shortName())));
        BigDecimal saves = lean.saves();
        Text message = saves == null
                ? Text.of("story.cheaperLayout", lean.now(), new Listing(needed))
                : Text.of(
                        "story.cheaperLayout.money",
                        lean.now(),
                        new Listing(needed),
                        amount(saves.multiply(PaidTime.MONTH), assumptions.currency()),
                        new Percent(lean.savedPart()));
        return Finding.ofFleet(Severity.NOTICE, this, message, Text.of("story.cheaperLayout.advice"), lean.savedPart());
    }

    private static Text amount(BigDecimal amount, String currency) {
        return currency.isBlank()
                ? Text.of("money.amount", amount)
                : Text.of("money.amount.currency", amount, currency);
    }
}
