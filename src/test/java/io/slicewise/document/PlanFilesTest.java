package io.slicewise.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opened.ScenarioOpened;
import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.purchase.PlanInput;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PlanFilesTest {
    private final Opener opener = new Opener(Catalogue.builtIn());

    private Opened open(String text) {
        return opener.open("file", text.getBytes(StandardCharsets.UTF_8));
    }

    private static PlanInput plan(Opened opened) {
        assertThat(opened).isInstanceOf(ScenarioOpened.class);
        return Objects.requireNonNull(((ScenarioOpened) opened).scenario().plan());
    }

    @Test
    void aPlanIsADocumentWithoutGpus() {
        Opened opened = open("""
            {"formatVersion": 1, "name": "next year", "demand": [{"count": 3, "profile": "1g"}], "growth": 0.5,
             "offers": [{"model": "a100-80gb"}]}
            """);
        assertThat(plan(opened).grown().count()).isEqualTo(5);
        assertThat(((ScenarioOpened) opened).scenario().name().standard()).isEqualTo("next year");
        assertThat(((ScenarioOpened) opened).fleet().gpus()).isEmpty();
    }

    @Test
    void aTableOfADemandIsOneToo() {
        assertThat(plan(open("name\tcount\tshare\na\t4\t35 %\n")).demand().lines())
                .containsExactly(DemandLine.of("a", 4, new Need.PartOfGpu(0.35, 0, 1)));
    }

    @Test
    void whatIsWrongIsNotOpenedInParts() {
        assertThat(open("name,count,profile\na,1,1g\nb,x,1g\n")).isInstanceOf(NotOpened.class);
        assertThat(open("{\"formatVersion\": 9, \"demand\": []}")).isInstanceOf(NotOpened.class);
    }

    @Test
    void aTableOfLayoutsIsNoDemand() {
        Opened opened = open("host,gpu,model,profile,count,utilization\nh,0,A100-SXM4-80GB,1g.10gb,2,0.5\n");
        assertThat(opened instanceof ScenarioOpened s && s.scenario().plan() != null)
                .isFalse();
        assertThat(opened).isInstanceOfAny(SnapshotOpened.class, NotOpened.class);
    }
}
