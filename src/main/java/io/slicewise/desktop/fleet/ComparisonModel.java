package io.slicewise.desktop.fleet;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.fleet.Fleet;
import io.slicewise.text.Text;
import io.slicewise.usage.Weights;
import io.slicewise.usage.survey.Comparison;
import io.slicewise.usage.survey.Comparison.Change;
import io.slicewise.usage.survey.Comparison.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** Two documents, one of them before and the other after. Follows both. Needs no toolkit; for one thread. */
final class ComparisonModel {
    /** Which GPUs are shown. */
    enum Shown {
        ALL,
        /** Those with any difference. */
        DIFFERENT,
        /** Those that came, went, or are cut in another way. */
        LAYOUT
    }

    private final Document document;
    private final Document other;
    private final Latest latest;
    private final BooleanProperty swapped = new SimpleBooleanProperty();
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.DIFFERENT);
    private final ReadOnlyObjectWrapper<@Nullable Comparison> comparison = new ReadOnlyObjectWrapper<>();

    /**
     * @param document what was in front: after, as long as no one swaps them
     * @param other what it is compared with: before
     */
    ComparisonModel(Document document, Document other, FleetActions actions) {
        this.document = document;
        this.other = other;
        latest = new Latest(actions);
        document.scenarioProperty().subscribe(_ -> compare());
        other.scenarioProperty().subscribe(_ -> compare());
        swapped.subscribe(_ -> compare());
    }

    private void compare() {
        Fleet before = before().scenario().fleet();
        Fleet after = after().scenario().fleet();
        // one measure for both: that of the document in front
        Weights weights = document.scenario().weights();
        boolean small = before.instanceCount() + after.instanceCount() <= FleetModel.AT_ONCE;
        FleetModel.ask(latest, small, () -> Comparison.of(before, after, weights), comparison::set);
    }

    Document before() {
        return swapped.get() ? document : other;
    }

    Document after() {
        return swapped.get() ? other : document;
    }

    /** Whether the document in front is before. */
    BooleanProperty swappedProperty() {
        return swapped;
    }

    ObjectProperty<Shown> shownProperty() {
        return shown;
    }

    /** The comparison; {@code null} before it was made. */
    ReadOnlyObjectProperty<@Nullable Comparison> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    /**
     * The GPUs to show: all in the order of the fleet, of those that differ first what came, went or is cut in another
     * way, because that is looked for.
     */
    static List<Change> rows(Comparison comparison, Shown shown) {
        return comparison.gpus().stream()
                .filter(change -> switch (shown) {
                    case ALL -> true;
                    case DIFFERENT -> change.kind() != Kind.SAME;
                    case LAYOUT -> change.kind() != Kind.SAME && change.kind() != Kind.READING;
                })
                .sorted(Comparator.comparing(change -> shown == Shown.DIFFERENT && change.kind() == Kind.READING))
                .toList();
    }

    /** What became of GPUs and instances, in a sentence. */
    static Text summary(Comparison comparison) {
        return Text.of(
                "fleet.compare.summary",
                comparison.count(Kind.CAME),
                comparison.count(Kind.WENT),
                comparison.count(Kind.CHANGED),
                comparison.countInstances(Kind.CAME),
                comparison.countInstances(Kind.WENT),
                comparison.countInstances(Kind.CHANGED));
    }

    /** What became of the instances of a GPU, each kind that there is. */
    static List<Text> details(Change change) {
        List<Text> details = new ArrayList<>();
        for (Kind kind : List.of(Kind.CAME, Kind.WENT, Kind.CHANGED)) {
            int count = change.count(kind);
            if (count > 0) {
                details.add(Text.of("fleet.compare.instances." + id(kind), count));
            }
        }
        if (details.isEmpty() && change.count(Kind.READING) > 0) {
            details.add(Text.of("fleet.compare.instances." + id(Kind.READING), change.count(Kind.READING)));
        }
        return details;
    }

    /** The end of the message keys of a kind. */
    static String id(Kind kind) {
        return switch (kind) {
            case CAME -> "came";
            case WENT -> "went";
            case CHANGED -> "changed";
            case READING -> "reading";
            case SAME -> "same";
        };
    }
}
