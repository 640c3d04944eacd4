package io.slicewise.promql.query;

import java.util.List;

/**
 * What a figure is of: one for each combination of labels.
 *
 * @param id a short name, the first part of a rule's name
 * @param labels the labels, as they are called on the server; none for one figure of everything
 */
public record Level(String id, List<String> labels) {
    /** One figure of everything. */
    public static final Level FLEET = new Level("fleet", List.of());

    public Level {
        labels = List.copyOf(labels);
    }

    public static Level gpu(Names names) {
        return new Level("gpu", List.of(names.host(), names.model(), names.uuid()));
    }

    public static Level host(Names names) {
        return new Level("host", List.of(names.host()));
    }

    public static Level model(Names names) {
        return new Level("model", List.of(names.model()));
    }

    public static Level namespace(Names names) {
        return new Level("namespace", List.of(names.label(Names.NAMESPACE)));
    }

    /** By any label; its name, made fit for a rule, is the level's. */
    public static Level label(String label) {
        return new Level(label.replaceAll("[^a-zA-Z0-9_]", "_"), List.of(label));
    }
}
