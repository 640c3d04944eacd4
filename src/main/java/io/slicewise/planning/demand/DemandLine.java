package io.slicewise.planning.demand;

/**
 * A line of a demand.
 *
 * @param name what people call it
 * @param count how many instances
 * @param need what each of them must be
 * @param team whose they are; empty where it was not said
 * @param value what one of them is worth where not all can be served; 0 where it was not said
 * @param shift when they are wanted
 */
public record DemandLine(String name, int count, Need need, String team, long value, Shift shift) {
    /** The most instances of a line: beyond, a typing error is likelier than a purchase. */
    public static final int MOST = 10_000_000;

    public DemandLine {
        if (count < 0 || count > MOST || value < 0) {
            throw new IllegalArgumentException(name + ": " + count + " instances worth " + value);
        }
    }

    /** Wanted by day and by night. */
    public DemandLine(String name, int count, Need need, String team, long value) {
        this(name, count, need, team, value, Shift.ALWAYS);
    }

    public static DemandLine of(String name, int count, Need need) {
        return new DemandLine(name, count, need, "", 0);
    }

    DemandLine withNeed(Need newNeed) {
        return new DemandLine(name, count, newNeed, team, value, shift);
    }

    public DemandLine withShift(Shift newShift) {
        return new DemandLine(name, count, need, team, value, newShift);
    }

    public DemandLine withCount(int newCount) {
        return new DemandLine(name, newCount, need, team, value, shift);
    }
}
