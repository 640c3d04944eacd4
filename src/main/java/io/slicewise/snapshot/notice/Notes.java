package io.slicewise.snapshot.notice;

import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Collects what was noticed, once for all rows, instances or GPUs that are alike: how many there are, the first three of
 * them, and where the first one stands.
 *
 * <p>A message has the count as {@code {0}}, the first three as {@code {1}}, and then what the group has in common.
 */
public final class Notes {
    private static final int SHOWN = 3;

    private final LongFunction<Where> where;
    private final Map<Group, Found> found = new LinkedHashMap<>();

    private record Group(Note note, List<Object> common) {
        // As a record's own, which a process that is new would first have to put together.

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Group that && note == that.note && common.equals(that.common);
        }

        @Override
        public int hashCode() {
            return 31 * note.hashCode() + common.hashCode();
        }
    }

    /** All that are alike. */
    private static final class Found {
        private final List<Object> first = new ArrayList<>();
        private final long place;
        private long count;

        Found(long place) {
            this.place = place;
        }
    }

    /**
     * @param where the place in the file for the number that a reader gave for it
     */
    public Notes(LongFunction<Where> where) {
        this.where = where;
    }

    public Where where(long place) {
        return where.apply(place);
    }

    /**
     * One more of a kind.
     *
     * @param place where it stands; 0 where it concerns the file
     * @param which what it is, to be named if it is among the first
     * @param common what those that are counted together have in common
     */
    public void add(Note note, long place, Object which, Object... common) {
        add(1, note, place, which, common);
    }

    /** Some more of a kind, all in one place. */
    public void add(long count, Note note, long place, Object which, Object... common) {
        Found all = found.computeIfAbsent(new Group(note, List.of(common)), first -> new Found(place));
        all.count += count;
        name(all, which);
    }

    /** What is noticed aside, to be {@linkplain #take taken} later. */
    public Notes apart() {
        return new Notes(where);
    }

    /** All that was noticed elsewhere, as if it had been noticed now; there it is gone. */
    public void take(Notes other) {
        other.found.forEach((group, more) -> {
            Found all = found.computeIfAbsent(group, first -> new Found(more.place));
            all.count += more.count;
            more.first.forEach(which -> name(all, which));
        });
        other.found.clear();
    }

    private static void name(Found all, Object which) {
        if (all.first.size() < SHOWN) {
            all.first.add(which);
        } else if (all.first.size() == SHOWN) {
            all.first.add("…");
        }
    }

    /** Everything that was noticed, in the order of {@link Note}. */
    public List<Problem> problems() {
        return found.entrySet().stream()
                .sorted((one, other) ->
                        one.getKey().note().compareTo(other.getKey().note()))
                .map(entry -> problem(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Problem problem(Group group, Found all) {
        List<Object> args = new ArrayList<>();
        args.add(all.count);
        args.add(new Listing(all.first));
        args.addAll(group.common());
        return new Problem(
                group.note().severity(),
                where.apply(all.place),
                new Text(group.note().key(), args),
                all.count);
    }
}
