package io.slicewise.desktop.plan;

import io.slicewise.desktop.words.Words;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.text.Text;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;

/** The fields of what counts as the right size; each key counts. */
record SizeRuleFields(ObjectProperty<SizeRules> rules, PlanParts parts, Words words) {
    private static final double MOST_MARGIN = 10;

    Node[] all() {
        return new Node[] {
            ratio("sizing.quantile", SizeRules::quantile, true, this::quantile),
            ratio("sizing.target", SizeRules::target, true, this::target),
            ratio("sizing.margin", SizeRules::margin, false, this::margin),
            parts.field(Text.of("sizing.full"), fullReadings())
        };
    }

    private SizeRules quantile(double ratio) {
        SizeRules now = rules.get();
        return new SizeRules(ratio, now.target(), now.margin(), now.full());
    }

    private SizeRules target(double ratio) {
        SizeRules now = rules.get();
        return new SizeRules(now.quantile(), ratio, now.margin(), now.full());
    }

    private SizeRules margin(double ratio) {
        SizeRules now = rules.get();
        return new SizeRules(now.quantile(), now.target(), ratio, now.full());
    }

    /** @param isPart whether it is above 0 and at most 1 */
    private Node ratio(
            String key, ToDoubleFunction<SizeRules> shown, boolean isPart, DoubleFunction<SizeRules> changed) {
        LiveField field = new LiveField(
                () -> Typed.shownPercent(shown.applyAsDouble(rules.get())) + "%",
                typed -> {
                    OptionalDouble ratio = Typed.percent(typed);
                    boolean fits = ratio.isPresent()
                            && (!isPart || ratio.getAsDouble() > 0)
                            && ratio.getAsDouble() <= (isPart ? 1 : MOST_MARGIN);
                    if (fits) {
                        rules.set(changed.apply(ratio.getAsDouble()));
                    }
                    return fits;
                },
                () -> {},
                () -> Text.of("planner.expected.percent"),
                words);
        field.setPrefColumnCount(5);
        field.show();
        return parts.field(Text.of(key), field);
    }

    private LiveField fullReadings() {
        FullReadings full = new FullReadings(rules);
        LiveField field =
                new LiveField(full::shown, full::take, () -> {}, () -> Text.of("sizing.full.expected"), words);
        field.setPrefColumnCount(9);
        return field;
    }
}
