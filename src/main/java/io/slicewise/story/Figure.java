package io.slicewise.story;

import io.slicewise.text.Text;
import io.slicewise.usage.Averages;

/** The three figures that always stand together, each under its own name. */
public enum Figure {
    /** {@code S}: how busy is a typical instance? */
    INSTANCE_AVERAGE("figures.average.name", "figures.average.question", "figures.average.help") {
        @Override
        public double of(Averages averages) {
            return averages.instanceAverage();
        }
    },
    /** {@code W}: how busy is what was carved out? */
    WEIGHTED("figures.weighted.name", "figures.weighted.question", "figures.weighted.help") {
        @Override
        public double of(Averages averages) {
            return averages.weightedAverage();
        }
    },
    /** {@code G}: how busy is the hardware that was paid for? */
    WHOLE_GPU("figures.whole.name", "figures.whole.question", "figures.whole.help") {
        @Override
        public double of(Averages averages) {
            return averages.wholeGpu();
        }
    };

    private final String title;
    private final String question;
    private final String meaning;

    Figure(String title, String question, String meaning) {
        this.title = title;
        this.question = question;
        this.meaning = meaning;
    }

    /** Its value, a ratio; {@code NaN} where there is none. */
    public abstract double of(Averages averages);

    /** What it is called, in the window and in every file. */
    public Text title() {
        return Text.of(title);
    }

    /** The question that it answers. */
    public Text question() {
        return Text.of(question);
    }

    /** What it is, in two sentences. */
    public Text meaning() {
        return Text.of(meaning);
    }
}
