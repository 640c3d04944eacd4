package io.slicewise.desktop.help;

import io.slicewise.text.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The chapters, in reading order. The guide comes first, then what is looked up. */
public enum Chapter implements HelpTopic {
    START(3),
    FIGURES(5),
    COMPOSE(4),
    EXPORTS(4),
    CHARTS(4),
    FLEET(3),
    TIMELINE(4),
    PLAN(4),
    EXPLAIN(4),
    PRESENT(4),
    MONITORING(4),
    DOCUMENTS(4),
    TERMINAL(3),
    KEYBOARD(1),
    GLOSSARY(1),
    WEIGHTS(1),
    ERRATA(1),
    NEWS(1),
    ABOUT(2);

    private final int paragraphs;

    Chapter(int paragraphs) {
        this.paragraphs = paragraphs;
    }

    @Override
    public Text title() {
        return switch (this) {
            case WEIGHTS -> Text.of("editor.weights.title");
            case ERRATA -> Text.of("report.section.errata");
            default -> Text.of("help.chapter." + id() + ".title");
        };
    }

    @Override
    public Chapter chapter() {
        return this;
    }

    /** What is written in it, before any list that it has. */
    public List<Text> paragraphs() {
        if (this == ERRATA) {
            return List.of(Text.of("report.errata.how"));
        }
        return IntStream.rangeClosed(1, paragraphs)
                .mapToObj(i -> Text.of("help.chapter." + id() + "." + i))
                .toList();
    }

    /** Whether it is read from beginning to end; the others are looked things up in. */
    public boolean isGuide() {
        return compareTo(TERMINAL) <= 0;
    }

    private String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
