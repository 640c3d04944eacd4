package io.slicewise.snapshot.unit;

import io.slicewise.fleet.ReadingKind;
import io.slicewise.snapshot.UnitDecision;
import io.slicewise.snapshot.UnitDecision.Unit;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ratio or percent, for each file of those that are read as one. Files of one format are judged together, because a host
 * that idles at 0.5 % does not tell by itself; those of another format are judged apart, because a scrape in ratios can
 * stand beside a table in percent.
 */
public final class Units {
    private final IdentityHashMap<Object, UnitVotes> byFormat = new IdentityHashMap<>();
    private final List<UnitVotes> byPart = new ArrayList<>();
    private final List<UnitVotes> inOrder = new ArrayList<>();
    private Object format = this;

    /** The files from now on are of this format. */
    public void judgeWith(Object newFormat) {
        format = newFormat;
    }

    /** A file begins. */
    public void part() {
        byPart.add(byFormat.computeIfAbsent(format, first -> {
            UnitVotes votes = new UnitVotes();
            inOrder.add(votes);
            return votes;
        }));
    }

    /** The file that was begun last has a unit of its own, whatever others of its format have. */
    public void judgeAlone() {
        UnitVotes votes = new UnitVotes();
        inOrder.add(votes);
        byPart.set(byPart.size() - 1, votes);
    }

    /** The file that was begun last prints percent signs, and its reader makes ratios of them: there is nothing to decide. */
    public void ratios() {
        byPart.getLast().ratiosAreSure();
    }

    /** A value of the file that is read now. */
    public void add(double value) {
        byPart.getLast().add(value);
    }

    /** A value of a reading beside the utilization. */
    public void add(ReadingKind reading, double value) {
        byPart.getLast().add(reading, value);
    }

    /**
     * Of the first of some values those that are some, in the file that is read now.
     *
     * @return how many are none
     */
    public int add(double[] values, int count) {
        UnitVotes votes = byPart.getLast();
        int none = 0;
        for (int i = 0; i < count; i++) {
            if (Unit.PERCENT.holds(values[i])) {
                votes.add(values[i]);
            } else {
                none++;
            }
        }
        return none;
    }

    /** What was decided. */
    public Decided decide(@Nullable Unit chosen) {
        IdentityHashMap<UnitVotes, UnitDecision> decisions = new IdentityHashMap<>();
        List<Told> told = new ArrayList<>();
        for (UnitVotes votes : inOrder) {
            UnitDecision decision = votes.decide(chosen);
            decisions.put(votes, decision);
            if (!votes.isEmpty()) {
                told.add(new Told(decision, byPart.indexOf(votes)));
            }
        }
        if (told.isEmpty()) {
            told.add(new Told(new UnitVotes().decide(chosen), 0));
        }
        List<Unit> units = new ArrayList<>(byPart.size());
        byPart.forEach(
                votes -> units.add(Objects.requireNonNull(decisions.get(votes)).unit()));
        return new Decided(told, units, (part, reading) -> byPart.get(part).unit(reading, chosen));
    }

    /** What was decided for a format, and the index of its first file. */
    public record Told(UnitDecision decision, int part) {}

    /**
     * What was decided.
     *
     * @param decisions one for each format that had values, in the order of the files; at least one
     * @param units for each file the unit of its utilization
     * @param others the unit of another reading of a file
     */
    public record Decided(List<Told> decisions, List<Unit> units, Others others) {
        /** The unit of a file's utilization, by its index. */
        public Unit of(int part) {
            return units.get(part);
        }
    }

    /** Tells the unit of a reading beside the utilization. */
    @FunctionalInterface
    public interface Others {
        /** The unit that a file has it in, by the file's index. */
        Unit of(int part, ReadingKind reading);
    }
}
