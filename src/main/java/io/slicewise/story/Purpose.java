package io.slicewise.story;

import io.slicewise.text.Text;
import java.util.List;

/** What a person wants a figure for, and which figures serve that, the first one first. */
public enum Purpose {
    /** What a GPU server costs, and where cost can be saved. */
    COST("cost", Figure.WHOLE_GPU, Figure.WEIGHTED),
    /** How much power will be drawn. */
    POWER("power", Figure.WHOLE_GPU, Figure.WEIGHTED),
    /** How much capacity is there, and how long it will do. */
    CAPACITY("capacity", Figure.WHOLE_GPU, Figure.WEIGHTED),
    /** Whether to buy more GPUs. */
    PURCHASE("purchase", Figure.WHOLE_GPU, Figure.WEIGHTED),
    /** When monitoring should wake a person. */
    ALERT("alert", Figure.WEIGHTED),
    /** What executives are told. */
    EXECUTIVES("executives", Figure.WEIGHTED, Figure.WHOLE_GPU),
    /** Whether teams or developers make as much of what they have. */
    TEAMS("teams", Figure.INSTANCE_AVERAGE),
    /** How a single job is doing: the average beside each instance. */
    JOB("job", Figure.INSTANCE_AVERAGE),
    /** A quick look. */
    OVERVIEW("overview", Figure.INSTANCE_AVERAGE);

    private final String id;
    private final List<Figure> figures;

    Purpose(String id, Figure... figures) {
        this.id = id;
        this.figures = List.of(figures);
    }

    /** The persistent name: {@code cost}. */
    public String id() {
        return id;
    }

    /**
     * The purpose of a persistent name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Purpose of(String id) {
        for (Purpose purpose : values()) {
            if (purpose.id.equals(id)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("no purpose is called " + id);
    }

    /** The figures that serve it, the first one first. */
    public List<Figure> figures() {
        return figures;
    }

    /** What it is called. */
    public Text title() {
        return Text.of("advice.purpose." + id + ".name");
    }

    /** Why these figures. */
    public Text why() {
        return Text.of("advice.purpose." + id + ".why");
    }

    String answer() {
        return "advice.purpose." + id + ".answer";
    }
}
