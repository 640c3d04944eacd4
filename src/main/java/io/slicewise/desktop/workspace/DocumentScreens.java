package io.slicewise.desktop.workspace;

import io.slicewise.desktop.chart.ChartActions;
import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Ended;
import io.slicewise.desktop.document.Export;
import io.slicewise.desktop.editor.ClipboardAccess;
import io.slicewise.desktop.fleet.FleetView;
import io.slicewise.desktop.look.Look;
import io.slicewise.desktop.plan.PlanDesk;
import io.slicewise.desktop.plan.PlanTab;
import io.slicewise.desktop.plan.PlanView;
import io.slicewise.desktop.plan.RecordedTabs;
import io.slicewise.desktop.plan.ServerSizesPane;
import io.slicewise.desktop.story.ExplainActions;
import io.slicewise.desktop.story.ExplainView;
import io.slicewise.desktop.sums.SumsExplain;
import io.slicewise.desktop.sums.SumsModel;
import io.slicewise.desktop.sums.SumsView;
import io.slicewise.desktop.timeline.GroupsView;
import io.slicewise.desktop.timeline.RangeNote;
import io.slicewise.desktop.timeline.TimelineView;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.live.sums.SummedRange;
import io.slicewise.samples.SampleLibrary;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;

/**
 * What documents can be looked at with beside the editor.
 *
 * @param fleetColumns columns of the Fleet screen that somebody showed or hid
 * @param export asks for a file and writes it
 */
record DocumentScreens(
        Workspace workspace,
        SampleLibrary samples,
        Monitoring monitoring,
        ObjectProperty<Map<String, Boolean>> fleetColumns,
        Words words,
        Look look,
        AlertLevel alert,
        ChartActions charts,
        ClipboardAccess clipboard,
        Export export) {
    /**
     * What a document can be looked at with beside the editor; each is made when it is first shown.
     *
     * @param screen which one is shown
     * @param desk what is planned with it
     * @param background where long work goes
     */
    Map<Screen, Supplier<Node>> of(
            Document document, ObjectProperty<Screen> screen, PlanDesk desk, Background background) {
        Map<Screen, Supplier<Node>> screens = new EnumMap<>(Screen.class);
        monitoring
                .sums(document)
                .ifPresentOrElse(
                        sums -> screens.putAll(ofSums(sums, desk)),
                        () -> screens.putAll(ofInstances(document, screen, desk, background)));
        screens.put(Screen.MONITORING, () -> monitoring.view(document));
        screens.keySet().retainAll(Capabilities.of(document.content()).screens());
        return screens;
    }

    /** What stands above the screens that show one moment of a range. */
    Node note(Document document, Background background) {
        return new RangeNote(document, words, background, moment -> explore(document, moment));
    }

    private Map<Screen, Supplier<Node>> ofInstances(
            Document document, ObjectProperty<Screen> screen, PlanDesk desk, Background background) {
        Map<Screen, Supplier<Node>> screens = new EnumMap<>(Screen.class);
        FleetBesides besides = new FleetBesides(workspace, clipboard, background, desk, export);
        screens.put(Screen.FLEET, () -> new FleetView(document, words, look, charts, besides, fleetColumns));
        Timeline timeline = document.content().timeline();
        if (timeline != null) {
            TimelineView.Surroundings outside = new TimelineView.Surroundings(
                    background,
                    alert,
                    charts,
                    moment -> explore(document, moment),
                    () -> screen.set(Screen.EXPLORE),
                    desk::planFor,
                    new RecordedTabs(desk, words, look, charts)::forecast,
                    export);
            screens.put(Screen.TIMELINE, () -> new TimelineView(document, timeline, words, look, outside));
        }
        ExplainActions explain =
                new Explaining(workspace, samples, clipboard, background, () -> screen.set(Screen.EXPLORE));
        screens.put(Screen.PLAN, () -> new PlanView(desk, words, new RecordedTabs(desk, words, look, charts).tabs()));
        screens.put(Screen.EXPLAIN, () -> new ExplainView(document, words, look, alert, charts, explain));
        return screens;
    }

    private void explore(Document document, Scenario moment) {
        if (document.content() instanceof Measured measured) {
            workspace.explore(measured.moment(moment));
        }
    }

    /** The screens of what a server summed up. */
    private Map<Screen, Supplier<Node>> ofSums(SumsModel sums, PlanDesk desk) {
        Map<Screen, Supplier<Node>> screens = new EnumMap<>(Screen.class);
        screens.put(Screen.FLEET, () -> new SumsView(sums, words, export));
        screens.put(Screen.EXPLAIN, () -> new SumsExplain(sums, words, look, charts));
        Consumer<SummedRange.Row> open = row -> sums.opens().open(row.host(), row.gpu());
        GroupsView.Outside outside = new GroupsView.Outside(
                charts, sums.name(), export, open, sums.opens().said());
        PlanTab sizes = new PlanTab(
                RecordedTabs.SIZES,
                Text.of("planner.part.sizes"),
                () -> new ServerSizesPane(
                        sums.opens().sizes(),
                        words,
                        plan -> workspace.explore(DocumentContent.planned(
                                Scenario.empty(sums.name()).withPlan(plan)))));
        screens.put(Screen.PLAN, () -> PlanView.withoutInstances(desk, words, List.of(sizes)));
        sums.range()
                .ifPresent(range -> screens.put(Screen.TIMELINE, () -> new GroupsView(range, words, look, outside)));
        return screens;
    }

    /** What the page of explanations asks of the window. */
    private record Explaining(
            Workspace workspace,
            SampleLibrary samples,
            ClipboardAccess clipboard,
            Background background,
            Runnable toEditor)
            implements ExplainActions {
        @Override
        public <T> void run(Cancel cancel, Work<T> work, Consumer<Ended<T>> then) {
            background.run(cancel, work, then);
        }

        @Override
        public void goToEditor() {
            toEditor.run();
        }

        @Override
        public void openSample(String file) {
            workspace.open(samples.named(file));
        }

        @Override
        public void copy(String text) {
            clipboard.setText(text);
        }
    }
}
