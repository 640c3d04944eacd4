package io.slicewise.text;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something to say, in no language yet: a message key and its arguments.
 *
 * <p>An argument is a {@link String} (names, shown as they are), an {@link Integer} or {@link Long} (counts, shown
 * with the language's grouping and usable for plural choices), a {@link Percent}, {@link Points} or {@link Decimal},
 * another {@code Text}, a {@link Wording} that says it already, or a {@link Listing} of these.
 *
 * @param key the message key, {@code room.what}; the room names the properties file
 * @param args the arguments, in the order of the message's {@code {0}}, {@code {1}} …
 */
public record Text(String key, List<Object> args) {
    private static final String SAID = "document.said";

    public Text {
        args = List.copyOf(args);
    }

    /**
     * Words that stand already, from a file for example.
     *
     * @param kind the key that they were said by once, empty where that does not matter
     */
    public static Text said(String kind, Wording words) {
        return of(SAID, words, kind);
    }

    /** What it is about, whatever is said: its key, of words that stand already the one that they were said by. */
    public String kind() {
        return key.equals(SAID) && args.getLast() instanceof String kind ? kind : key;
    }

    public static Text of(String key, Object... args) {
        return new Text(key, List.of(args));
    }

    // As a record's own, which a process that is new would first have to put together.

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Text that && key.equals(that.key) && args.equals(that.args);
    }

    @Override
    public int hashCode() {
        return 31 * key.hashCode() + args.hashCode();
    }
}
