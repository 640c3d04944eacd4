package io.slicewise.desktop.figures;

import io.slicewise.chart.ChartSpec;
import io.slicewise.desktop.document.Document;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Messages;
import io.slicewise.usage.Figures;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** The charts of a document as values that follow it. */
final class ChartSpecs {
    private final ObjectProperty<@Nullable Boolean> choice = new SimpleObjectProperty<>(this, "choice");
    private final ObservableValue<Boolean> byProfile;
    private final ObservableValue<ChartSpec> bridge;
    private final ObservableValue<ChartSpec> weights;
    private final ObservableValue<ChartSpec> sensitivity;

    ChartSpecs(Document document, ObservableValue<Messages> messages) {
        ObservableValue<Exhibits> exhibits = messages.map(Exhibits::new);
        ObservableValue<Boolean> many = document.figuresProperty().map(Exhibits::isMany);
        byProfile = many.flatMap(m -> choice.orElse(m));
        bridge = exhibits.flatMap(e -> document.figuresProperty().map(e::bridge));
        weights = exhibits.flatMap(e ->
                byProfile.flatMap(profiles -> document.figuresProperty().map(f -> e.weights(f, profiles))));
        sensitivity = exhibits.flatMap(e -> document.selectionProperty()
                .flatMap(selected -> document.figuresProperty()
                        .map(figures ->
                                e.sensitivity(document.content().counted(), figures, chosen(figures, selected)))));
    }

    ObservableValue<ChartSpec> bridge() {
        return bridge;
    }

    ObservableValue<ChartSpec> weights() {
        return weights;
    }

    ObservableValue<ChartSpec> sensitivity() {
        return sensitivity;
    }

    /** Whether the weight breakdown takes the instances of a profile together; as long as none was chosen, when many. */
    ObservableValue<Boolean> byProfile() {
        return byProfile;
    }

    void chooseByProfile(boolean together) {
        choice.set(together);
    }

    /** The selected instance; with none or several selected, the one that weighs most. */
    private static Optional<InstanceRef> chosen(Figures figures, Set<InstanceRef> selected) {
        return figures.shares().stream()
                .filter(share -> selected.isEmpty() || selected.contains(share.ref()))
                .max(Comparator.comparingDouble(Figures.Share::weight))
                .map(Figures.Share::ref);
    }
}
