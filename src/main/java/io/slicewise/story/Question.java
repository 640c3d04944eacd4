package io.slicewise.story;

import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import java.util.List;

/**
 * A question that people ask about a GPU, and what a fleet's own numbers answer.
 *
 * @param question the question
 * @param value the figure that answers it
 * @param answer the answer with the numbers
 * @param reason why it is this figure
 */
public record Question(Text question, FigureValue value, Text answer, Text reason) {
    /** The four questions: of jobs, of the hardware, of power, of teams. */
    public static List<Question> of(Figures figures) {
        Numbered numbered = Numbered.of(figures, Thresholds.DEFAULT);
        return List.of(
                of("jobs", figures, numbered, Figure.INSTANCE_AVERAGE),
                of("hardware", figures, numbered, Figure.WHOLE_GPU, Figure.WEIGHTED),
                of("power", figures, numbered, Figure.WHOLE_GPU, Figure.WEIGHTED),
                of("teams", figures, numbered, Figure.INSTANCE_AVERAGE));
    }

    private static Question of(String id, Figures figures, Numbered numbered, Figure... restsOn) {
        String key = "advice.question." + id;
        return new Question(
                Text.of(key),
                FigureValue.of(figures.total(), restsOn).getFirst(),
                numbered.say(key + ".answer", restsOn),
                Text.of(key + ".reason"));
    }
}
