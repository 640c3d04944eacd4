package io.slicewise.text;

/**
 * Something that was noticed while reading: where, what was expected, what was done about it.
 *
 * @param severity how much it matters
 * @param where the place
 * @param message what was expected or found, and what was done or can be done
 * @param count how many things of a kind it tells of at once: lines, readings, instances
 */
public record Problem(Severity severity, Where where, Text message, long count) {
    /** Of one thing. */
    public Problem(Severity severity, Where where, Text message) {
        this(severity, where, message, 1);
    }

    /** How much a problem matters. */
    public enum Severity {
        /** It could not be read. */
        ERROR,
        /** It was read, and a person should know about what was done with it. */
        WARNING,
        /** Good to know, nothing to do. */
        INFO
    }

    public static Problem error(Where where, Text message) {
        return new Problem(Severity.ERROR, where, message);
    }

    public static Problem warning(Where where, Text message) {
        return new Problem(Severity.WARNING, where, message);
    }

    public static Problem info(Where where, Text message) {
        return new Problem(Severity.INFO, where, message);
    }
}
