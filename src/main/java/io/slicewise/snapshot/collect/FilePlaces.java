package io.slicewise.snapshot.collect;

import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** Where something stands in one of the files that are read as one: the number of the file and a place in it, as one number. */
final class FilePlaces {
    /** So many bits of a place are the reader's own; those above are the number of the file. */
    private static final int PLACE_BITS = 46;

    private static final long LAST_PLACE = (1L << PLACE_BITS) - 1;

    private final String whole;
    private final List<Part> parts = new ArrayList<>();

    /** A file of those that are read as one. */
    private record Part(String file, LongFunction<Where> where) {}

    /** @param whole the name of all of it */
    FilePlaces(String whole) {
        this.whole = whole;
    }

    /** A further file begins. */
    void part(String file, LongFunction<Where> where) {
        parts.add(new Part(shortest(file), where));
    }

    /** The end of a file's path, as long as it must be so that no file before is called the same. */
    private String shortest(String file) {
        for (int from = file.length(); from > 0; ) {
            from = Math.max(file.lastIndexOf('/', from - 1), file.lastIndexOf('\\', from - 1));
            String end = file.substring(from + 1);
            if (!end.isEmpty() && parts.stream().noneMatch(part -> part.file().equals(end))) {
                return end;
            }
        }
        return file;
    }

    /** How the file is called that is read now. */
    String file() {
        return parts.getLast().file();
    }

    /** How many files there are so far. */
    int files() {
        return parts.size();
    }

    /** A place in the file that is read now, which is told apart from the same place in another one. */
    long here(long place) {
        return (long) parts.size() << PLACE_BITS | Math.min(place, LAST_PLACE);
    }

    /** What a person is told of a place. */
    Where where(long place) {
        return place == 0 ? Where.file(whole) : parts.get(part(place)).where().apply(place & LAST_PLACE);
    }

    /** The index of the file that a place is in. */
    static int part(long place) {
        return (int) (place >>> PLACE_BITS) - 1;
    }

    /** The place of the first line of a file, by its index. */
    static long beginning(int part) {
        return (long) (part + 1) << PLACE_BITS;
    }
}
