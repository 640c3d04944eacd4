package io.slicewise.desktop.help;

import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Keys that belong together. */
public enum KeyGroup {
    WINDOW(11),
    EDIT(5),
    MAP(7),
    CHART(3),
    TIMELINE(5),
    EXPLAIN(3),
    PRESENT(6);

    private final int keys;

    KeyGroup(int keys) {
        this.keys = keys;
    }

    /**
     * A key.
     *
     * @param keys what to press
     * @param does what it does
     */
    public record Key(Text keys, Text does) {}

    /** Where these keys work. */
    public Text title() {
        return Text.of("help.keys." + id() + ".title");
    }

    public List<Key> keys() {
        return IntStream.rangeClosed(1, keys)
                .mapToObj(i -> "help.keys." + id() + "." + i)
                .map(key -> new Key(Text.of(key + ".keys"), Text.of(key + ".does")))
                .toList();
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
