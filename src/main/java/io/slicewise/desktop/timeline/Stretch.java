package io.slicewise.desktop.timeline;

/**
 * The part of a timeline that is looked at. It never leaves the timeline, and is never shorter than a few steps.
 *
 * @param start where the timeline begins, in milliseconds since 1970 UTC
 * @param end where it ends
 * @param least the shortest part that can be looked at, in milliseconds
 * @param from where the part begins
 * @param to where it ends
 */
record Stretch(long start, long end, long least, long from, long to) {
    private static final int LEAST_STEPS = 5;

    /** All of a timeline whose samples are a step apart. */
    static Stretch whole(long start, long end, long step) {
        return new Stretch(start, end, Math.min(end - start, LEAST_STEPS * step), start, end);
    }

    long length() {
        return to - from;
    }

    boolean isWhole() {
        return from == start && to == end;
    }

    /** All of the timeline again. */
    Stretch whole() {
        return new Stretch(start, end, least, start, end);
    }

    /** The same timeline with another end: what is farther comes into sight, what is no more goes out of it. */
    Stretch reaching(long newEnd) {
        return newEnd > end
                ? new Stretch(start, newEnd, least, from, newEnd)
                : new Stretch(start, newEnd, least, start, newEnd).at(from, Math.min(length(), newEnd - start));
    }

    /**
     * Nearer or farther, with one instant staying where it is.
     *
     * @param factor below 1 is nearer
     */
    Stretch zoomed(long around, double factor) {
        long length = Math.clamp(Math.round(length() * factor), least, end - start);
        double part = (double) (Math.clamp(around, from, to) - from) / length();
        return at(Math.clamp(around, from, to) - Math.round(part * length), length);
    }

    /** The same length, earlier or later. */
    Stretch moved(long by) {
        return at(from + by, length());
    }

    /** Moved as little as needed to have an instant in it. */
    Stretch with(long time) {
        return time < from ? at(time, length()) : time >= to ? at(time - length() + 1, length()) : this;
    }

    private Stretch at(long wanted, long length) {
        long begin = Math.clamp(wanted, start, end - length);
        return new Stretch(start, end, least, begin, begin + length);
    }
}
