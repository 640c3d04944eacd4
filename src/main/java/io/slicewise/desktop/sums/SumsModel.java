package io.slicewise.desktop.sums;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.plan.ServerSizes;
import io.slicewise.desktop.timeline.GroupsModel;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.live.sums.SummedReading;
import io.slicewise.text.Text;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What a document shows of a fleet that a server summed up. To be used on one thread. */
public final class SumsModel {
    private final String name;
    private final ReadOnlyObjectWrapper<SummedReading> reading;
    private final ObservableValue<Text> way;
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

        /** Where its right sizes come from. */
        ServerSizes sizes();
    }

    private SumsModel(Document document, Summed content, @Nullable GroupsModel range, Opens opens) {
        name = content.source();
        reading = new ReadOnlyObjectWrapper<>(this, "reading", content.reading());
        way = document.contentProperty().map(now -> now instanceof Summed newer ? newer.way() : content.way());
        this.range = range;
        this.opens = opens;
    }

    /** The newest answer, which the document keeps. */
    public static SumsModel live(Document document, Summed content, Opens opens) {
        SumsModel model = new SumsModel(document, content, null, opens);
        document.contentProperty().subscribe(now -> {
            if (now instanceof Summed newer) {
                model.reading.set(newer.reading());
            }
        });
        return model;
    }

    /** A range; its table shows the moment that is looked at. */
    public static SumsModel over(Document document, Summed content, GroupsModel range, Opens opens) {
        SumsModel model = new SumsModel(document, content, range, opens);
        range.momentProperty()
                .subscribe(index -> model.reading.set(range.whole().at(index)));
        return model;
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
    ObservableValue<Text> wayProperty() {
        return way;
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
