package io.slicewise.desktop.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.promql.lang.Parsed;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.query.Limit;
import io.slicewise.promql.query.Names.Metric;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.scenario.Scenario;
import io.slicewise.snapshot.Snapshots;
import io.slicewise.text.Language;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueriesModelTest {
    private final Words words = new Words(Language.ENGLISH);
    private final Actions actions = new Actions();

    private static Scenario host() {
        return Actions.sample("host-8-gpus.slicewise.json");
    }

    private QueriesModel model(Document document) {
        return new QueriesModel(document, words, actions);
    }

    private static GeneratedQueries made(QueriesModel model) {
        return Objects.requireNonNull(model.madeProperty().get());
    }

    private static String line(QueriesModel model) {
        return made(model).query().line();
    }

    private static List<String> keys(List<Text> texts) {
        return texts.stream().map(Text::key).toList();
    }

    @Test
    void theFirstQueryIsTheWeightedAverageOfTheDocument() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(host())));
        assertTrue(line(model).contains("DCGM_FI_PROF_GR_ENGINE_ACTIVE"), line(model));
        assertTrue(line(model).contains("([0-9]+)g[.].*"), line(model));
        assertFalse(line(model).contains("UTIL_RATIO"), line(model));
        assertEquals(List.of(), made(model).matchersWrong());
    }

    @Test
    void everythingThatIsAskedChangesTheQuery() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(host())));
        model.ask(ask ->
                ask.with(QueryFigure.INSTANCE_AVERAGE).with(Ask.Grouping.HOST).with(Metric.BOTH));
        assertTrue(line(model).contains("by (Hostname)"), line(model));
        assertTrue(line(model).contains("DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO"), line(model));
        model.ask(ask -> ask.withLowerCase(true).withPercent(true));
        assertTrue(line(model).contains("by (hostname)"), line(model));
        assertTrue(line(model).contains("/ 100"), line(model));
        assertTrue(line(model).contains("dcgm_fi_prof_gr_engine_util_ratio"), line(model));
        model.ask(ask -> ask.with(Ask.Grouping.NAMESPACE).withExported(true).withMatchers("pod=x"));
        assertTrue(line(model).contains("by (exported_namespace)"), line(model));
        assertTrue(line(model).contains("exported_pod=\"x\""), line(model));
        model.ask(ask -> ask.with(Ask.Grouping.LABEL).withLabel("cluster"));
        assertTrue(line(model).contains("by (cluster)"), line(model));
        assertTrue(Promql.parse(line(model)) instanceof Parsed.Query, line(model));
    }

    @Test
    void aConditionThatIsNoneIsSaidAndTheOthersCount() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(host())));
        model.ask(ask -> ask.withMatchers("namespace=~team-.*\n\nnonsense\npod=~(\nHostname = a\"b"));
        assertEquals(
                List.of(
                        Text.of("monitoring.matchers.wrong", 3),
                        Text.of("monitoring.matchers.expression", 4, Text.of("promql.regex.parenthesis", ""))),
                made(model).matchersWrong());
        assertTrue(line(model).contains("namespace=~\"team-.*\""), line(model));
        assertTrue(line(model).contains("Hostname=\"a\\\"b\""), line(model));
        assertFalse(line(model).contains("pod="), line(model));
    }

    @Test
    void aLabelThatIsNoneGroupsNothing() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(host())));
        model.ask(ask -> ask.with(Ask.Grouping.LABEL));
        assertNotNull(made(model).labelWrong());
        assertEquals("fleet", made(model).level().id());
    }

    @Test
    void theSelectionPicksItsGpusOutOfWhatWasMeasured() {
        Gpu gpu = host().fleet().gpus().getLast();
        Set<InstanceRef> one =
                Set.of(new InstanceRef(gpu.id(), gpu.instances().getFirst().id()));
        Document measured = Document.unchanged(DocumentContent.measured(host(), Snapshots.of(host().fleet())));
        QueriesModel model = model(measured);
        model.ask(ask -> ask.with(Ask.Subject.SELECTION));
        assertEquals(
                List.of("monitoring.remark.nothing.selection"),
                keys(made(model).remarks()).subList(0, 1));
        measured.selectionProperty().set(one);
        assertTrue(line(model).contains("UUID=~\"" + gpu.id() + "\""), line(model));
        assertEquals(List.of(gpu), made(model).fleet().gpus());

        Document drawn = Document.unchanged(DocumentContent.planned(host()));
        drawn.selectionProperty().set(one);
        QueriesModel ofDrawn = model(drawn);
        ofDrawn.ask(ask -> ask.with(Ask.Subject.SELECTION));
        assertFalse(line(ofDrawn).contains("UUID=~"), line(ofDrawn));
        assertTrue(keys(made(ofDrawn).remarks()).contains("monitoring.remark.drawn"));
    }

    @Test
    void anEmptyDocumentGetsQueriesForAnyHardware() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(Scenario.empty("x"))));
        assertEquals(
                "monitoring.remark.nothing.document",
                made(model).remarks().getFirst().key());
        assertTrue(line(model).contains("H200"), line(model));
    }

    @Test
    void filesAreMadeForWhoeverLooksAndFollowTheLanguage() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(host())));
        assertTrue(model.filesProperty().get().isEmpty());
        model.wantFiles(true);
        String english = model.filesProperty().get().getOrDefault(Bundle.QUERIES, "");
        assertEquals(12, model.filesProperty().get().size());
        assertTrue(english.startsWith("# Queries for"), english);
        words.languageProperty().set(Language.KOREAN);
        assertFalse(model.filesProperty().get().getOrDefault(Bundle.QUERIES, "").startsWith("# Queries for"));
    }

    @Test
    void theRulesAlertFromTheWindowsThresholdOn() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(host())));
        model.wantFiles(true);
        assertTrue(rules(model).contains(">= 0.9\"\n        for: \"10m\""), rules(model));
        actions.alert.percentProperty().set(97);
        assertTrue(rules(model).contains(">= 0.97"), rules(model));
        String tests = model.filesProperty().get().getOrDefault(Bundle.TESTS, "");
        assertTrue(tests.contains("0.985"), "load above the threshold, so that the alert is tested");
        assertTrue(
                model.filesProperty().get().getOrDefault(Bundle.DASHBOARD, "").contains("0.97"));
    }

    @Test
    void alertsFireAtTheLimitsThatWereEntered() {
        QueriesModel model = model(Document.unchanged(DocumentContent.planned(host())));
        model.wantFiles(true);
        model.ask(ask -> ask.with(ask.limits().with(Limit.WHOLE_LOW, 12.5).with(Limit.HIGH_FOR, 45)));
        assertTrue(rules(model).contains(">= 0.9\"\n        for: \"45m\""), rules(model));
        assertTrue(rules(model).contains("< 0.125"), rules(model));
    }

    private static String rules(QueriesModel model) {
        return model.filesProperty().get().getOrDefault(Bundle.RULES, "");
    }

    @ParameterizedTest
    @CsvSource({
        "WEIGHTED_HIGH,90,90",
        "WEIGHTED_HIGH,' 82,5 %',82.5",
        "WEIGHTED_HIGH,0,",
        "WEIGHTED_HIGH,101,",
        "WEIGHTED_HIGH,NaN,",
        "HIGH_FOR,15,15",
        "HIGH_FOR,1.5,",
        "HIGH_FOR,20000,",
        "LOW_FOR,x,",
        "LOW_FOR,'',"
    })
    void limitsAreReadAsTyped(Limit limit, String typed, @Nullable Double value) {
        assertEquals(Optional.ofNullable(value), AlertForm.read(limit, typed));
    }
}
