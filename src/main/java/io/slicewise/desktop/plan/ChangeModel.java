package io.slicewise.desktop.plan;

import io.slicewise.commands.MigPartedFile;
import io.slicewise.commands.NvidiaSmiScript;
import io.slicewise.commands.OperatorScript;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.fleet.Fleet;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Layout;
import io.slicewise.planning.change.FleetChange;
import io.slicewise.planning.change.GpuChange;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.PlannedFleet;
import io.slicewise.planning.purchase.Purchase;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.util.List;
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
    private final PurchaseModel purchase;
    private final PlanActions actions;
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

        /** To another layout of one GPU. */
        record Laid(String gpu, Layout layout) implements Target {}

        /** To what this document plans, whichever GPU gets which of its layouts. */
        record Planned() implements Target {}
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
    ChangeModel(
            Document document,
            MovesModel moves,
            PurchaseModel purchase,
            Supplier<@Nullable SizesModel> sizes,
            PlanActions actions) {
        this.document = document;
        this.moves = moves;
        this.purchase = purchase;
        this.sizes = sizes;
        this.actions = actions;
        latest = new Latest(actions);
        document.scenarioProperty().map(Scenario::fleet).subscribe((_, _) -> compute());
        moves.madeProperty().subscribe((_, _) -> movesChanged());
        moves.newFirstProperty().subscribe((_, _) -> movesChanged());
        purchase.answerProperty().subscribe((_, _) -> {
            if (target.get() instanceof Target.Planned) {
                compute();
            }
        });
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

    /** Whether there is a plan to go to. */
    boolean hasPlan() {
        return purchase.plan() != null;
    }

    private void follow(@Nullable Target now) {
        following.unsubscribe();
        SizesModel replayed = sizes.get();
        following = switch (now) {
            case Target.Other other -> other.document().scenarioProperty().subscribe((_, _) -> compute());
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
        boolean isBack = back.get();
        switch (target.get()) {
            case null -> show(null);
            case Target.Other other -> compute(before, other.document().scenario(), isBack);
            case Target.Moved _ -> compute(before, moved(), isBack);
            case Target.Sized _ -> compute(before, sized(before), isBack);
            case Target.Laid laid -> latest.ask(() -> laid(before, laid), change::set);
            case Target.Planned _ -> {
                PurchasePlan plan = purchase.plan();
                if (plan == null) {
                    show(null);
                } else {
                    latest.ask(() -> FleetChange.toPlanned(before, PlannedFleet.of(plan)), change::set);
                }
            }
        }
    }

    private void compute(Fleet before, @Nullable Fleet after, boolean isBack) {
        if (after == null) {
            show(null);
        } else {
            latest.ask(() -> between(before, after, isBack), change::set);
        }
    }

    /** To another document: to its GPUs, or where it has none to what it plans. */
    private void compute(Fleet before, Scenario other, boolean isBack) {
        PlanInput plan = other.plan();
        if (!other.fleet().gpus().isEmpty() || plan == null) {
            latest.ask(() -> between(before, other.fleet(), isBack), change::set);
        } else if (plan.missing() != null) {
            show(null);
        } else {
            List<GpuModel> known = actions.catalogue().models();
            latest.ask(
                    cancel -> FleetChange.toPlanned(
                            before,
                            PlannedFleet.of(Purchase.plan(
                                    plan.grown(), plan.offers(), plan.rules(), known, Effort.USUAL.until(cancel)))),
                    change::set);
        }
    }

    private static FleetChange laid(Fleet before, Target.Laid laid) {
        List<GpuChange> changes = before.gpu(laid.gpu()).stream()
                .map(gpu -> GpuChange.to(gpu, laid.layout().placements()))
                .toList();
        return new FleetChange(changes, List.of(), List.of());
    }

    private static FleetChange between(Fleet before, Fleet after, boolean isBack) {
        return isBack ? FleetChange.between(after, before) : FleetChange.between(before, after);
    }

    private void show(@Nullable FleetChange now) {
        latest.now(() -> "", _ -> change.set(now));
    }
}
