package io.slicewise.desktop.sums;

import io.slicewise.desktop.timeline.GroupsModel;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Text;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What a document shows of a fleet that a server summed up. To be used on one thread. */
public final class Summed {
    private final String name;
    private final ReadOnlyObjectWrapper<SummedReading> reading;
    private final ReadOnlyObjectWrapper<Text> way;
    private final @Nullable GroupsModel range;
    private final Opens opens;

    /** Loads the instances of a row. */
    public interface Opens {
        /**
         * Loads them and shows them as a document.
         *
         * @param host the machine; empty for whatever it is
         * @param gpu the UUID; empty for all of the machine
         */
        void open(String host, String gpu);

        /** How it stands with that; {@code null} while there is nothing to say. */
        ObservableValue<@Nullable Text> said();
    }

    private Summed(String name, SummedReading first, Text way, @Nullable GroupsModel range, Opens opens) {
        this.name = name;
        reading = new ReadOnlyObjectWrapper<>(this, "reading", first);
        this.way = new ReadOnlyObjectWrapper<>(this, "way", way);
        this.range = range;
        this.opens = opens;
    }

    /** The newest answer, to be {@linkplain #update brought up to date}. */
    public static Summed live(String name, SummedReading first, Text way, Opens opens) {
        return new Summed(name, first, way, null, opens);
    }

    /** A range; its table shows the moment that is looked at. */
    public static Summed over(String name, GroupsModel range, Text way, Opens opens) {
        Summed summed = new Summed(name, range.whole().at(range.whole().last()), way, range, opens);
        range.momentProperty()
                .subscribe(index -> summed.reading.set(range.whole().at(index)));
        return summed;
    }

    /** Takes a newer answer. */
    public void update(SummedReading newer, Text newWay) {
        reading.set(newer);
        way.set(newWay);
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** What is looked at. */
    public ReadOnlyObjectProperty<SummedReading> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** Which way it came. */
    ReadOnlyObjectProperty<Text> wayProperty() {
        return way.getReadOnlyProperty();
    }

    /** All of the range, where it is one. */
    public Optional<GroupsModel> range() {
        return Optional.ofNullable(range);
    }

    /** Loads the instances of rows. */
    public Opens opens() {
        return opens;
    }
}
