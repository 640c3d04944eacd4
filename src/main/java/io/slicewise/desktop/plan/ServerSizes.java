package io.slicewise.desktop.plan;

import io.slicewise.live.SizeReading;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.text.Text;
import javafx.beans.property.ReadOnlyObjectProperty;

/** Has a server work out right sizes of a fleet that it sums up. For one thread, which never waits. */
public interface ServerSizes {
    /** How it stands. */
    sealed interface State {
        /** No one asked yet. */
        record Before() implements State {}

        /** The server is at work. */
        record Asking() implements State {}

        /**
         * It answered.
         *
         * @param reading what it said, and which way that came
         * @param rules by what rules
         */
        record Told(SizeReading.Asked reading, SizeRules rules) implements State {}

        /** There is no answer. */
        record Failed(Text why) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty();

    /** Asks; what was asked before is given up. */
    void ask(SizeRules rules);

    /** Gives up. */
    void stop();
}
