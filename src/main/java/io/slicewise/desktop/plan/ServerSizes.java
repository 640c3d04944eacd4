package io.slicewise.desktop.plan;

import io.slicewise.live.sums.AskedRange;
import io.slicewise.live.sums.AskedReplay;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.planning.replay.ReplayLayout;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.text.Text;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;

/**
 * Has a server work out right sizes of a fleet that it sums up, and its range in other layouts. For one thread, which never waits.
 *
 * @see ServerSizesModel
 */
public interface ServerSizes {
    /** How it stands with the sizes. */
    sealed interface State {
        /** No one asked yet. */
        record Before() implements State {}

        /** The server is at work. */
        record Asking() implements State {}

        /**
         * It answered.
         *
         * @param sizes what it said
         * @param rules by what rules
         * @param way which way that came
         */
        record Told(AskedSizes sizes, SizeRules rules, Text way) implements State {}

        /** There is no answer. */
        record Failed(Text why) implements State {}
    }

    /** How it stands with the range in a layout. */
    sealed interface Replaying {
        /** Nobody asked yet. */
        record Before() implements Replaying {}

        /** The server is at work. */
        record Asking() implements Replaying {}

        /** It answered. */
        record Told(AskedReplay replay) implements Replaying {}

        /** There is no answer. */
        record Failed(Text why) implements Replaying {}
    }

    ReadOnlyObjectProperty<State> stateProperty();

    ReadOnlyObjectProperty<Replaying> replayProperty();

    /** Asks for sizes; what was asked before is given up. */
    void ask(SizeRules rules);

    /**
     * Asks for the range in a layout; what was asked before of another one is given up.
     *
     * @param range of which the sizes were told
     * @param layout makes the layout of its instances, on any thread
     */
    void replay(AskedRange range, Supplier<ReplayLayout> layout);

    /** Gives up. */
    void stop();
}
