package io.slicewise.page;

import io.slicewise.fleet.Fleet;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Weights;
import io.slicewise.usage.timeline.Timeline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page is about.
 *
 * @param name the document, or the file
 * @param notes what its writer says about it; may be empty
 * @param fleet its GPUs
 * @param figures their figures
 * @param measured whether the readings came from monitoring
 * @param source the file that it came from, without its folders; empty where there is none
 * @param library whether it is a document of the Library, whose readers can have seen the source document
 * @param timeline what monitoring recorded before; {@code null} where it was one moment
 * @param facts what monitoring told beside the figures; none of what was planned
 * @param allGpus the figure of all hardware that was paid for, in a sentence; {@code null} where it is that of the figures
 * @param moment which moment of what was recorded the figures are of, in words; {@code null} where none was chosen, and
 *     what was recorded is told as a whole
 * @param plan what is to be bought for what; {@code null} where that is not planned
 * @param ledger what its hardware costs and draws, and its variants
 */
public record Subject(
        String name,
        String notes,
        Fleet fleet,
        Figures figures,
        boolean measured,
        String source,
        boolean library,
        @Nullable Timeline timeline,
        List<Text> facts,
        @Nullable Text allGpus,
        @Nullable Text moment,
        @Nullable PlanInput plan,
        Ledger ledger) {
    public Subject {
        source = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        facts = List.copyOf(facts);
    }

    /** Without a plan. */
    public Subject(
            String name,
            String notes,
            Fleet fleet,
            Figures figures,
            boolean measured,
            String source,
            boolean library,
            @Nullable Timeline timeline,
            List<Text> facts) {
        this(
                name,
                notes,
                fleet,
                figures,
                measured,
                source,
                library,
                timeline,
                facts,
                null,
                null,
                null,
                Ledger.of(fleet));
    }

    /** Of one moment, with the figures of the fleet. */
    public static Subject of(String name, String notes, Fleet fleet, Weights weights, boolean measured) {
        return new Subject(name, notes, fleet, Figures.of(fleet, weights), measured, "", false, null, List.of());
    }

    /**
     * From a file.
     *
     * @param ofLibrary whether it is one of the Library
     */
    public Subject from(String file, boolean ofLibrary) {
        return new Subject(
                name, notes, fleet, figures, measured, file, ofLibrary, timeline, facts, allGpus, moment, plan, ledger);
    }

    /** With what was recorded before. */
    public Subject withTimeline(@Nullable Timeline recorded) {
        return new Subject(
                name, notes, fleet, figures, measured, source, library, recorded, facts, allGpus, moment, plan, ledger);
    }

    /** With what is to be bought for what. */
    public Subject withPlan(@Nullable PlanInput planned) {
        return new Subject(
                name, notes, fleet, figures, measured, source, library, timeline, facts, allGpus, moment, planned,
                ledger);
    }

    /** With what monitoring told beside the figures. */
    public Subject withFacts(List<Text> told) {
        return new Subject(
                name, notes, fleet, figures, measured, source, library, timeline, told, allGpus, moment, plan, ledger);
    }

    /** With what all hardware that was paid for comes to, whole and empty GPUs too. */
    public Subject withAllGpus(@Nullable Text said) {
        return new Subject(
                name, notes, fleet, figures, measured, source, library, timeline, facts, said, moment, plan, ledger);
    }

    /** With what its hardware costs and draws, and its variants. */
    public Subject withLedger(Ledger kept) {
        return new Subject(
                name, notes, fleet, figures, measured, source, library, timeline, facts, allGpus, moment, plan, kept);
    }

    /** About one moment of what was recorded; {@code null} for all of it. */
    public Subject withMoment(@Nullable Text chosen) {
        return new Subject(
                name, notes, fleet, figures, measured, source, library, timeline, facts, allGpus, chosen, plan, ledger);
    }

    /** Whether it tells of a range, not of a moment. */
    public boolean isRange() {
        return timeline != null && moment == null && !timeline.isEmpty() && timeline.end() > timeline.start();
    }

    /** With every instance at the mean of what was recorded, in the layout of the end; itself where it tells of a moment. */
    public Subject overRange() {
        return OverRange.instances(this);
    }

    /** The same about another fleet with its figures. */
    Subject with(Fleet others, Figures theirs) {
        return new Subject(
                name, notes, others, theirs, measured, source, library, timeline, facts, allGpus, moment, plan, ledger);
    }
}
