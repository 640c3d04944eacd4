package io.slicewise.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language. Patterns are {@link MessageFormat}'s: {@code {0}} is the first argument, an apostrophe
 * is written twice, {@code {0,choice,1#1 GPU|1<{0} GPUs}} is a plural.
 *
 * <p>A room's words are read when the first of its keys is asked for. A key without words shows as itself, so that a
 * missing translation can be seen and reported, and never stops the work; a test keeps that from happening.
 */
public final class Messages {
    private static final Map<Language, Messages> ALL = new ConcurrentHashMap<>();

    private final Language language;
    private final Map<String, Properties> rooms = new ConcurrentHashMap<>();

    private Messages(Language language) {
        this.language = language;
    }

    public static Messages in(Language language) {
        return ALL.computeIfAbsent(language, Messages::new);
    }

    public Language language() {
        return language;
    }

    /** The words for a text in every language, to be kept where it may be read later or elsewhere. */
    public static Wording wording(Text text) {
        return Wording.each(language -> in(language).say(text));
    }

    /** The words for a text. */
    public String say(Text text) {
        return say(text.key(), text.args().toArray());
    }

    /** The words for a key with arguments; what arguments may be stands in {@link Text}. */
    public String say(String key, @Nullable Object... args) {
        String pattern = room(key).getProperty(key);
        if (pattern == null) {
            return key;
        }
        if (isPlain(pattern)) {
            return pattern;
        }
        Object[] shown = new Object[args.length];
        for (int i = 0; i < args.length; i++) {
            shown[i] = shown(args[i]);
        }
        return new MessageFormat(pattern, language.locale()).format(shown);
    }

    /** Whether a pattern is its own words, as most are: a window says a thousand of them before it stands. */
    private static boolean isPlain(String pattern) {
        return pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0;
    }

    /** Without a switch over types: a process that is new takes its time over the first one, and this is in every call. */
    private Object shown(@Nullable Object arg) {
        if (arg == null) {
            return Numbers.NONE;
        }
        if (arg instanceof Percent percent) {
            return Numbers.percent(percent.ratio(), language);
        }
        if (arg instanceof Points points) {
            return Numbers.points(points.difference(), language);
        }
        if (arg instanceof Decimal decimal) {
            return Numbers.decimal(decimal.value(), decimal.decimals());
        }
        if (arg instanceof Text text) {
            return say(text);
        }
        if (arg instanceof Wording wording) {
            return wording.in(language);
        }
        return arg instanceof Listing listing
                ? listing.items().stream()
                        .map(item -> String.valueOf(shown(item)))
                        .collect(Collectors.joining(", "))
                : arg;
    }

    private Properties room(String key) {
        int dot = key.indexOf('.');
        return rooms.computeIfAbsent(dot < 0 ? key : key.substring(0, dot), this::read);
    }

    private Properties read(String room) {
        Properties words = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(room + "_" + language.code() + ".properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
