package io.slicewise.document;

import java.util.List;

/**
 * One result of opening several things at once.
 *
 * @param inputs what it is made of, at least one; several for exports, which are one snapshot together
 * @param opened what came out
 */
public record Opening(List<Input> inputs, Opened opened) {
    private static final int NAMED = 3;

    public Opening {
        inputs = List.copyOf(inputs);
    }

    /** The names of what it is made of, as far as they fit into a line. */
    public String name() {
        return name(inputs);
    }

    static String name(List<Input> inputs) {
        List<String> names =
                inputs.stream().limit(NAMED).map(Input::name).toList();
        return String.join(", ", names) + (inputs.size() > NAMED ? ", …" : "");
    }
}
