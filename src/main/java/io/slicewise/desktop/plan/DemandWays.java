package io.slicewise.desktop.plan;

import io.slicewise.desktop.look.Tooltips;
import io.slicewise.desktop.words.Words;
import io.slicewise.text.Text;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;

/** The ways to take a demand from the document, and how it is taken from readings. */
final class DemandWays extends FlowPane {
    private final DemandSource source;
    private final PlanParts parts;
    private final Words words;

    DemandWays(PlanDesk desk, Words words) {
        source = desk.source();
        parts = new PlanParts(words);
        this.words = words;
        Button allocated = parts.button("planner.take.allocated", source::takeAllocated);
        Button observed = parts.button("planner.take.observed", source::takeObserved);
        Tooltips.on(allocated, () -> words.now("planner.take.allocated.help"));
        Tooltips.on(observed, () -> words.now("planner.take.observed.help"));
        getChildren()
                .addAll(
                        new MeantMenu(desk, words),
                        allocated,
                        observed,
                        ratio("planner.take.quantile", DemandSource.Observing::quantile, this::quantile, 1),
                        ratio("planner.take.target", DemandSource.Observing::target, this::target, 1),
                        ratio("planner.take.headroom", DemandSource.Observing::headroom, this::headroom, 10));
        getStyleClass().add("plan-ways");
        visibleProperty()
                .bind(desk.document()
                        .scenarioProperty()
                        .map(scenario -> !scenario.fleet().gpus().isEmpty()));
        managedProperty().bind(visibleProperty());
    }

    private DemandSource.Observing quantile(double ratio) {
        DemandSource.Observing now = source.observingProperty().get();
        return new DemandSource.Observing(ratio, now.target(), now.headroom());
    }

    private DemandSource.Observing target(double ratio) {
        DemandSource.Observing now = source.observingProperty().get();
        return new DemandSource.Observing(now.quantile(), ratio, now.headroom());
    }

    private DemandSource.Observing headroom(double ratio) {
        DemandSource.Observing now = source.observingProperty().get();
        return new DemandSource.Observing(now.quantile(), now.target(), ratio);
    }

    private Node ratio(
            String key,
            ToDoubleFunction<DemandSource.Observing> shown,
            DoubleFunction<DemandSource.Observing> changed,
            double most) {
        LiveField field = new LiveField(
                () -> Typed.shownPercent(
                                shown.applyAsDouble(source.observingProperty().get())) + "%",
                typed -> {
                    OptionalDouble ratio = Typed.percent(typed);
                    boolean fits =
                            ratio.isPresent() && ratio.getAsDouble() <= most && (ratio.getAsDouble() > 0 || most > 1);
                    if (fits) {
                        source.observingProperty().set(changed.apply(ratio.getAsDouble()));
                    }
                    return fits;
                },
                () -> {},
                () -> Text.of("planner.expected.percent"),
                words);
        field.show();
        return parts.labelled(key, field);
    }
}
