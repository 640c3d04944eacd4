package io.slicewise.desktop.plan;

import io.slicewise.commands.MigPartedFile;
import io.slicewise.commands.NvidiaSmiScript;
import io.slicewise.commands.OperatorScript;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.fleet.Fleet;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The change of a document's partition to another one. Needs no toolkit; for one thread. */
final class ChangeModel {
    private final Document document;
    private final MovesModel moves;
    private final Supplier<@Nullable SizesModel> sizes;
    private final Latest latest;
    private final ObjectProperty<@Nullable Target> target = new SimpleObjectProperty<>(this, "target");
    private final BooleanProperty back = new SimpleBooleanProperty(this, "back");
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.NVIDIA_SMI);
    private final ReadOnlyObjectWrapper<@Nullable FleetChange> change = new ReadOnlyObjectWrapper<>();
    private Subscription following = Subscription.EMPTY;

    /** Where to. */
    sealed interface Target {
        /** To another document. */
        record Other(Document document) implements Target {}

        /** To what the moves lead to, with the room used. */
        record Moved() implements Target {}

        /** To the sizes that are replayed. */
        record Sized() implements Target {}
    }

    /** Commands in whose hands. */
    enum Kind {
        NVIDIA_SMI("nvidiaSmi", ".sh"),
        MIG_PARTED("migParted", ".yaml"),
        LABEL("label", ".sh");

        private final String id;
        private final String extension;

        Kind(String id, String extension) {
            this.id = id;
            this.extension = extension;
        }

        Text title() {
            return Text.of("planner.kind." + id);
        }

        String extension() {
            return extension;
        }

        String of(FleetChange change, Messages words) {
            return switch (this) {
                case NVIDIA_SMI -> NvidiaSmiScript.of(change, words);
                case MIG_PARTED -> MigPartedFile.of(change, words);
                case LABEL -> OperatorScript.of(change, words);
            };
        }
    }

    /** @param sizes right sizes of the document, {@code null} where it holds no range */
    ChangeModel(Document document, MovesModel moves, Supplier<@Nullable SizesModel> sizes, PlanActions actions) {
        this.document = document;
        this.moves = moves;
        this.sizes = sizes;
        latest = new Latest(actions);
        document.scenarioProperty().map(Scenario::fleet).subscribe((_, _) -> compute());
        moves.madeProperty().subscribe((_, _) -> movesChanged());
        moves.newFirstProperty().subscribe((_, _) -> movesChanged());
        back.subscribe((_, _) -> compute());
        target.subscribe(this::follow);
    }

    /** Where to; {@code null} as long as nobody chose. */
    ObjectProperty<@Nullable Target> targetProperty() {
        return target;
    }

    /** Whether it goes the other way, from there to this document. */
    BooleanProperty backProperty() {
        return back;
    }

    /** In whose hands the commands are to be. */
    ObjectProperty<Kind> kindProperty() {
        return kind;
    }

    /** The change; {@code null} where there is nowhere to go. */
    ReadOnlyObjectProperty<@Nullable FleetChange> changeProperty() {
        return change.getReadOnlyProperty();
    }

    /** Whether sizes were replayed. */
    boolean hasSizes() {
        return sized(document.scenario().fleet()) != null;
    }

    private @Nullable Fleet sized(Fleet before) {
        SizesModel model = sizes.get();
        return model == null ? null : model.after(before);
    }

    /** Whether the moves lead anywhere. */
    boolean hasMoves() {
        return moved() != null;
    }

    private void follow(@Nullable Target now) {
        following.unsubscribe();
        SizesModel replayed = sizes.get();
        following = switch (now) {
            case Target.Other other ->
                other.document().scenarioProperty().map(Scenario::fleet).subscribe((_, _) -> compute());
            case Target.Sized _ when replayed != null -> replayed.madeProperty().subscribe((_, _) -> compute());
            case null, default -> Subscription.EMPTY;
        };
        compute();
    }

    private void movesChanged() {
        if (target.get() instanceof Target.Moved) {
            compute();
        }
    }

    private @Nullable Fleet moved() {
        MovesModel.Made made = moves.madeProperty().get();
        MoveAnswer.Found found =
                made == null ? null : made.found(moves.newFirstProperty().get());
        return made == null || found == null ? null : made.after(found);
    }

    private void compute() {
        Fleet before = document.scenario().fleet();
        Fleet after = switch (target.get()) {
            case null -> null;
            case Target.Other other -> other.document().scenario().fleet();
            case Target.Moved _ -> moved();
            case Target.Sized _ -> sized(before);
        };
        if (after == null) {
            latest.now(() -> "", _ -> change.set(null));
        } else {
            boolean isBack = back.get();
            latest.ask(
                    () -> isBack ? FleetChange.between(after, before) : FleetChange.between(before, after),
                    change::set);
        }
    }
}
