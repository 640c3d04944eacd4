package io.slicewise.document;

import io.slicewise.document.content.DocumentContent.Editable;
import io.slicewise.fleet.Fleet;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.OpenQuestion;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Problem;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came out of opening a file. */
public sealed interface Opened {
    /** What was noticed, in the order of the file. */
    List<Problem> problems();

    /** What the files leave open: with an answer, opening them again tells more. */
    default List<OpenQuestion> questions() {
        return List.of();
    }

    /** The same, with one more that was noticed. */
    Opened with(Problem problem);

    /**
     * A document that was saved, planned or measured.
     *
     * @param stored what its file holds; {@code null} where that is compressed, so that saving writes another one
     */
    record ScenarioOpened(Editable content, @Nullable Fingerprint stored) implements Opened {
        /** Of which no one knows a file. */
        public ScenarioOpened(Editable content) {
            this(content, null);
        }

        @Override
        public List<Problem> problems() {
            return content.problems();
        }

        @Override
        public Opened with(Problem problem) {
            return new ScenarioOpened(content.noticing(Opened.more(problem, content.noticed())), stored);
        }

        /** What people edit of it. */
        public Scenario scenario() {
            return content.scenario();
        }

        /** Its GPUs. */
        public Fleet fleet() {
            return scenario().fleet();
        }
    }

    /** What monitoring exported. */
    record SnapshotOpened(Snapshot snapshot, List<OpenQuestion> questions) implements Opened {
        public SnapshotOpened {
            questions = List.copyOf(questions);
        }

        /** An export that leaves nothing open. */
        public SnapshotOpened(Snapshot snapshot) {
            this(snapshot, List.of());
        }

        @Override
        public List<Problem> problems() {
            return snapshot.problems();
        }

        @Override
        public Opened with(Problem problem) {
            return new SnapshotOpened(snapshot.withProblems(Opened.more(problem, problems())), questions);
        }

        /** All that was reported over time; {@code null} where the export tells of one instant only. */
        public @Nullable Timeline timeline() {
            return snapshot.timeline();
        }

        /** Its GPUs with instances. */
        public Fleet fleet() {
            return snapshot.fleet();
        }
    }

    /**
     * Nothing that can be shown.
     *
     * @param problems why; at least one error
     */
    record NotOpened(List<Problem> problems, List<OpenQuestion> questions) implements Opened {
        public NotOpened {
            problems = List.copyOf(problems);
            questions = List.copyOf(questions);
        }

        /** For reasons that no answer of a person changes. */
        public NotOpened(List<Problem> problems) {
            this(problems, List.of());
        }

        @Override
        public Opened with(Problem problem) {
            return new NotOpened(Opened.more(problem, problems), questions);
        }
    }

    private static List<Problem> more(Problem first, List<Problem> others) {
        List<Problem> all = new ArrayList<>(others.size() + 1);
        all.add(first);
        all.addAll(others);
        return all;
    }
}
