package io.slicewise.usage.survey;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rows are wanted.
 *
 * @param kind GPUs or instances
 * @param words a row has all of them somewhere, whatever their case
 * @param conditions a row meets one of those of each attribute
 * @param groupBy what rows are put together by; {@code null} for no groups
 * @param sort the order of rows, and of groups
 * @param closed the values of groups whose members are not shown
 */
public record Query(
        Kind kind,
        List<String> words,
        List<Condition> conditions,
        @Nullable Attribute groupBy,
        Sort sort,
        Set<String> closed) {
    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"?|[^\\s\"]+");

    /** All GPUs in the order of the fleet. */
    public static final Query ALL = new Query(Kind.GPUS, List.of(), List.of(), null, Sort.NONE, Set.of());

    public Query {
        words = List.copyOf(words);
        conditions = List.copyOf(conditions);
        closed = Set.copyOf(closed);
    }

    /** What a row is. */
    public enum Kind {
        GPUS,
        INSTANCES
    }

    /**
     * A value that rows are to have. A GPU has what one of its instances has.
     *
     * @param attribute of what
     * @param value the value, exactly; empty for rows that have none
     */
    public record Condition(Attribute attribute, String value) {}

    /**
     * An order. Rows without a figure come last in either direction, rows that are alike stand in the fleet's order.
     *
     * @param column by what
     * @param descending the greatest first
     */
    public record Sort(Column column, boolean descending) {
        public static final Sort NONE = new Sort(Column.Fixed.FLEET, false);
    }

    /** The words of what was typed; what stands between quotes is one. */
    public static List<String> words(String typed) {
        return WORDS.matcher(typed.toLowerCase(Locale.ROOT))
                .results()
                .map(match -> match.group().replace("\"", ""))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }
}
