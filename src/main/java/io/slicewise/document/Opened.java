package io.slicewise.document;

import io.slicewise.fleet.Fleet;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Problem;
import java.util.List;

/** What came out of opening a file. */
public sealed interface Opened {
    /** What was noticed, in the order of the file. */
    List<Problem> problems();

    /** A scenario. */
    record ScenarioOpened(Scenario scenario, List<Problem> problems) implements Opened {
        public ScenarioOpened {
            problems = List.copyOf(problems);
        }

        /** Its GPUs. */
        public Fleet fleet() {
            return scenario.fleet();
        }
    }

    /** What monitoring exported. */
    record SnapshotOpened(Snapshot snapshot) implements Opened {
        @Override
        public List<Problem> problems() {
            return snapshot.problems();
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
    record NotOpened(List<Problem> problems) implements Opened {
        public NotOpened {
            problems = List.copyOf(problems);
        }
    }
}
