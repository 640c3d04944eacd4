package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.words.Words;
import io.slicewise.fleet.Fleet;
import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.output.Request;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Messages;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The queries and files of a document: what is asked, and what came out of it. Follows the document, its selection, its
 * weights and the language. Needs no toolkit; to be used on one thread.
 */
final class QueriesModel {
    private final Document document;
    private final Words words;
    private final MonitoringActions actions;
    private final Latest queries;
    private final Latest bundles;
    private final ObjectProperty<Ask> ask = new SimpleObjectProperty<>(this, "ask", Ask.FIRST);
    private final ReadOnlyObjectWrapper<@Nullable GeneratedQueries> made = new ReadOnlyObjectWrapper<>(this, "made");
    private final ReadOnlyObjectWrapper<Map<String, String>> files =
            new ReadOnlyObjectWrapper<>(this, "files", Map.of());
    private boolean wantsFiles;

    QueriesModel(Document document, Words words, MonitoringActions actions) {
        this.document = document;
        this.words = words;
        this.actions = actions;
        queries = new Latest(actions);
        bundles = new Latest(actions);
        ask.subscribe(this::make);
        document.scenarioProperty().subscribe(this::make);
        document.selectionProperty().subscribe(() -> {
            if (ask.get().subject() == Ask.Subject.SELECTION) {
                make();
            }
        });
        made.subscribe(this::write);
        words.languageProperty().subscribe(this::write);
        actions.alert().percentProperty().subscribe(this::write);
        make();
    }

    /** What is asked. */
    ReadOnlyObjectProperty<Ask> askProperty() {
        return ask;
    }

    /** Asks something else. */
    void ask(UnaryOperator<Ask> change) {
        ask.set(change.apply(ask.get()));
    }

    /** What came out; {@code null} until it did for the first time. */
    ReadOnlyObjectProperty<@Nullable GeneratedQueries> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** All files by name; none until a person {@linkplain #wantFiles wants} them. */
    ReadOnlyObjectProperty<Map<String, String>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    /** Files are made only while they are looked at. */
    void wantFiles(boolean wants) {
        if (wants != wantsFiles) {
            wantsFiles = wants;
            write();
        }
    }

    private void make() {
        Ask asked = ask.get();
        Scenario scenario = document.scenario();
        GeneratedQueries.Source source = new GeneratedQueries.Source(
                scenario.fleet(),
                document.content().isMeasured(),
                document.selection(),
                scenario.weights(),
                actions.catalogue());
        queries.ask(() -> GeneratedQueries.of(asked, source), made::set);
    }

    private void write() {
        GeneratedQueries now = made.get();
        if (!wantsFiles || now == null) {
            return;
        }
        Request request = now.request(
                document.scenario().name().in(words.language()),
                actions.alert().percentProperty().get());
        Fleet fleet = now.fleet();
        Messages messages = Messages.in(words.language());
        bundles.ask(() -> Bundle.of(request, fleet, messages), files::set);
    }
}
