package io.slicewise.planning.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What is wanted.
 *
 * @param lines in the planner's order
 */
public record Demand(List<DemandLine> lines) {
    public Demand {
        lines = List.copyOf(lines);
    }

    /**
     * The demand after a growth: so many more instances of each line, rounded up.
     *
     * @param growth a ratio: 0.5 is half as much again
     * @throws IllegalArgumentException where a line grows beyond {@link DemandLine#MOST}
     */
    public Demand grown(double growth) {
        BigDecimal factor = BigDecimal.valueOf(growth).add(BigDecimal.ONE);
        return new Demand(lines.stream()
                .map(line -> line.withCount(factor.multiply(BigDecimal.valueOf(line.count()))
                        .setScale(0, RoundingMode.CEILING)
                        .min(BigDecimal.valueOf(DemandLine.MOST + 1L))
                        .intValue()))
                .toList());
    }

    public long count() {
        return lines.stream().mapToLong(DemandLine::count).sum();
    }

    /** The same with shares of the streaming multiprocessors, or of the compute slices. */
    public Demand withShares(boolean bySms) {
        return new Demand(lines.stream()
                .map(line -> line.need() instanceof Need.PartOfGpu part
                        ? line.withNeed(new Need.PartOfGpu(part.share(), part.gib(), part.target(), bySms))
                        : line)
                .toList());
    }

    /** Whether a share is wanted, and every share is one of the streaming multiprocessors. */
    public boolean isBySms() {
        List<Need.PartOfGpu> shares = lines.stream()
                .map(DemandLine::need)
                .filter(Need.PartOfGpu.class::isInstance)
                .map(Need.PartOfGpu.class::cast)
                .toList();
        return !shares.isEmpty() && shares.stream().allMatch(Need.PartOfGpu::bySms);
    }

    /** Whether some of it is wanted by day only, or by night only. */
    public boolean hasShifts() {
        return lines.stream().anyMatch(line -> line.shift() != Shift.ALWAYS);
    }

    /** What is wanted in a turn. */
    public Demand in(Shift turn) {
        return new Demand(lines.stream().filter(line -> line.shift().isIn(turn)).toList());
    }

    /** Whether it says what is worth more than the rest. */
    public boolean hasValues() {
        return lines.stream().anyMatch(line -> line.value() > 0);
    }
}
