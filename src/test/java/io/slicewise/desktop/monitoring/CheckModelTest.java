package io.slicewise.desktop.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.promql.check.Checker.Report;
import io.slicewise.promql.output.Original;
import io.slicewise.promql.query.QueryFigure;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckModelTest {
    private static final Path FILE = Path.of("theirs.yaml");

    private final Actions actions = new Actions();
    private final CheckModel model = new CheckModel(
            Document.unchanged(DocumentContent.planned(Actions.sample("main-example.slicewise.json"))),
            actions,
            "Pasted text");

    private Report report() {
        return Objects.requireNonNull(model.reportProperty().get());
    }

    @Test
    void whatTheSourceDocumentSaysIsFoundAndRepaired() {
        assertNull(model.reportProperty().get());
        model.type(Original.of(QueryFigure.WEIGHTED_AVERAGE).orElseThrow().query());
        assertTrue(report().findings().stream().anyMatch(finding -> "vanishing-sum".equals(finding.id())));
        assertFalse(report().findings().getFirst().repaired().isEmpty());
        assertEquals("Pasted text", report().findings().getFirst().where().file());
        model.type("  ");
        assertNull(model.reportProperty().get());
    }

    @Test
    void aFileKeepsItsNameWhileItIsChangedAndLosesItWhenItIsCleared() {
        model.open();
        assertNull(model.reportProperty().get());
        String rules = "groups:\r\n- name: x\r\n  rules:\r\n  - record: a\r\n    expr: avg(DCGM_FI_DEV_GPU_UTIL)\r\n";
        actions.files.put(FILE, new MonitoringActions.NamedText("theirs.yaml", rules));
        actions.chosen = Optional.of(FILE);
        model.open();
        assertEquals("theirs.yaml", report().findings().getFirst().where().file());
        assertEquals("a", report().findings().getFirst().title());
        assertFalse(model.textProperty().get().text().contains("\r"));
        model.type(model.textProperty().get().text() + "\n");
        assertEquals("theirs.yaml", model.textProperty().get().name());
        model.type("");
        model.type("avg(x");
        assertEquals("Pasted text", model.textProperty().get().name());
        assertEquals(1, report().problems().size());
    }
}
