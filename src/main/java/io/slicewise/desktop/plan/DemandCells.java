package io.slicewise.desktop.plan;

import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;

/**
 * The cells of a line of the demand. What one must be is a profile, or slices and memory, or a share with memory and a
 * target: typing one of them takes the others away.
 */
enum DemandCells {
    NAME(6.2),
    COUNT(4.3),
    PROFILE(5.2),
    SLICES(4.2),
    GIB(3.2),
    SHARE(4),
    TARGET(4.4),
    TEAM(4.6),
    VALUE(4);

    private static final int MOST_SLICES = 1_000;

    private final double ems;

    DemandCells(double ems) {
        this.ems = ems;
    }

    /** How wide a column is, in letters. */
    double ems() {
        return ems;
    }

    Text title() {
        return Text.of("planner.column." + name().toLowerCase(Locale.ROOT));
    }

    /** What can be typed there. */
    Text expected() {
        return Text.of("planner.expected." + name().toLowerCase(Locale.ROOT));
    }

    /** What stands in the cell. */
    String shown(DemandLine line) {
        return switch (this) {
            case NAME -> line.name();
            case COUNT -> String.valueOf(line.count());
            case PROFILE -> line.need() instanceof Need.Named named ? named.profile() : "";
            case SLICES -> line.need() instanceof Need.AtLeast atLeast ? String.valueOf(atLeast.slices()) : "";
            case GIB -> memory(line.need()) > Need.ANY_MEMORY ? Typed.shown(memory(line.need())) : "";
            case SHARE -> line.need() instanceof Need.PartOfGpu part ? Typed.shownPercent(part.share()) + "%" : "";
            case TARGET -> line.need() instanceof Need.PartOfGpu part ? Typed.shownPercent(part.target()) + "%" : "";
            case TEAM -> line.team();
            case VALUE -> line.value() == 0 ? "" : String.valueOf(line.value());
        };
    }

    /** The line with something else in the cell; empty where that cannot be. */
    Optional<DemandLine> typed(DemandLine line, String text) {
        String typed = text.strip();
        return switch (this) {
            case NAME -> Optional.of(with(line, typed, line.count(), line.need(), line.team(), line.value()));
            case TEAM -> Optional.of(with(line, line.name(), line.count(), line.need(), typed, line.value()));
            case COUNT ->
                whole(typed, 0, count -> with(line, line.name(), count, line.need(), line.team(), line.value()));
            case VALUE ->
                whole(
                        typed.isEmpty() ? "0" : typed,
                        0,
                        value -> with(line, line.name(), line.count(), line.need(), line.team(), value));
            default ->
                need(line.need(), typed)
                        .map(need -> with(line, line.name(), line.count(), need, line.team(), line.value()));
        };
    }

    private static DemandLine with(DemandLine line, String name, int count, Need need, String team, long value) {
        return name.equals(line.name())
                        && count == line.count()
                        && need.equals(line.need())
                        && team.equals(line.team())
                        && value == line.value()
                ? line
                : new DemandLine(name, count, need, team, value, line.shift());
    }

    private Optional<Need> need(Need before, String typed) {
        double gib = memory(before);
        return switch (this) {
            case PROFILE ->
                typed.matches("\\d{1,2}g(?:\\.\\S+)?") ? Optional.of(new Need.Named(typed)) : Optional.empty();
            case SLICES -> {
                OptionalInt slices = Typed.whole(typed, 1, MOST_SLICES);
                yield slices.isPresent() ? Optional.of(new Need.AtLeast(slices.getAsInt(), gib)) : Optional.empty();
            }
            case GIB -> gib(before, typed);
            case SHARE -> above(typed, share -> new Need.PartOfGpu(share, gib, target(before), isBySms(before)));
            default ->
                above(
                                typed,
                                target -> target > 1
                                        ? before
                                        : new Need.PartOfGpu(share(before), gib, target, isBySms(before)))
                        .filter(need -> need instanceof Need.PartOfGpu part && part.share() > 0);
        };
    }

    private static Optional<Need> gib(Need before, String typed) {
        BigDecimal number = typed.isEmpty() ? BigDecimal.ZERO : Typed.decimal(typed);
        if (number == null) {
            return Optional.empty();
        }
        double gib = number.doubleValue();
        return Optional.of(
                switch (before) {
                    case Need.Named named -> gib == Need.ANY_MEMORY ? named : new Need.AtLeast(1, gib);
                    case Need.AtLeast atLeast -> new Need.AtLeast(atLeast.slices(), gib);
                    case Need.PartOfGpu part -> new Need.PartOfGpu(part.share(), gib, part.target(), part.bySms());
                });
    }

    private static Optional<Need> above(String typed, DoubleFunction<Need> made) {
        OptionalDouble ratio = Typed.ratio(typed);
        return ratio.isPresent() && ratio.getAsDouble() > 0
                ? Optional.of(made.apply(ratio.getAsDouble()))
                : Optional.empty();
    }

    private static Optional<DemandLine> whole(String typed, int least, IntFunction<DemandLine> made) {
        OptionalInt number = Typed.whole(typed, least, DemandLine.MOST);
        return number.isPresent() ? Optional.of(made.apply(number.getAsInt())) : Optional.empty();
    }

    private static double memory(Need need) {
        return switch (need) {
            case Need.Named _ -> Need.ANY_MEMORY;
            case Need.AtLeast atLeast -> atLeast.gib();
            case Need.PartOfGpu part -> part.gib();
        };
    }

    private static double share(Need need) {
        return need instanceof Need.PartOfGpu part ? part.share() : 0;
    }

    private static boolean isBySms(Need need) {
        return need instanceof Need.PartOfGpu part && part.bySms();
    }

    private static double target(Need need) {
        return need instanceof Need.PartOfGpu part ? part.target() : 1;
    }
}
