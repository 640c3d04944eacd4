package io.slicewise.story;

import io.slicewise.text.Text;
import java.util.List;

/** Three ways in which people cut GPUs, and what each looks at. The Library has a sample of each. */
public enum UseCase {
    /** Many 1g, one a developer. */
    DEVELOPMENT("development", "case-1-development.slicewise.json"),
    /** 2g and 3g mixed. */
    PRODUCTION("production", "case-2-production.slicewise.json"),
    /** A 7g by itself for large models, many 1g for small ones. */
    TRAINING("training", "case-3-training.slicewise.json");

    private static final List<String> POINTS = List.of("1", "2", "3");

    private final String id;
    private final String sample;

    UseCase(String id, String sample) {
        this.id = id;
        this.sample = sample;
    }

    /** What it is called. */
    public Text title() {
        return Text.of("advice.usecase." + id + ".name");
    }

    /** How GPUs are cut there, and what to look at. */
    public List<Text> points() {
        return POINTS.stream()
                .map(point -> Text.of("advice.usecase." + id + "." + point))
                .toList();
    }

    /** The file name of the sample that shows it. */
    public String sample() {
        return sample;
    }
}
