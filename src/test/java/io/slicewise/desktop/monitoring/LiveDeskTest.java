package io.slicewise.desktop.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.monitoring.ConnectionInput.Kind;
import io.slicewise.desktop.plan.ServerSizes;
import io.slicewise.desktop.sums.SumsModel;
import io.slicewise.desktop.timeline.GroupsModel;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.live.LiveState;
import io.slicewise.live.ProbeResult;
import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.live.Surroundings;
import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.MemorySecrets;
import io.slicewise.live.connection.Secret;
import io.slicewise.live.connection.SecretStore;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.scenario.Scenario;
import io.slicewise.scenario.ScenarioEdit;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveDeskTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    private final List<Document> opened = new ArrayList<>();
    private final List<SumsModel> summedUp = new ArrayList<>();
    private final List<Runnable> planned = new ArrayList<>();
    private final Stub server;
    private String utilization = "0.5";
    private String pod = "first";
    private String more = "";
    private String wanted = "";
    private boolean down;
    private boolean refusesRanges;
    private final List<String> plainAsked = new ArrayList<>();

    private final LiveActions actions = new LiveActions() {
        @Override
        public AlertLevel alert() {
            return new AlertLevel(AlertLevel.USUAL);
        }

        @Override
        public Catalogue catalogue() {
            return Catalogue.builtIn();
        }

        @Override
        public Document open(String name, Snapshot snapshot) {
            Document document = Document.unchanged(DocumentContent.measured(Scenario.empty(name), snapshot));
            opened.add(document);
            return document;
        }

        @Override
        public Document open(Summed summed, SumsModel.Opens opens) {
            Document document = Document.unchanged(summed);
            opened.add(document);
            summedUp.add(SumsModel.live(document, summed, opens));
            return document;
        }

        @Override
        public Document open(Summed summed, GroupsModel range, SumsModel.Opens opens) {
            Document document = Document.unchanged(summed);
            opened.add(document);
            summedUp.add(SumsModel.over(document, summed, range, opens));
            return document;
        }

        @Override
        public boolean allowsPlain(String host) {
            plainAsked.add(host);
            return false;
        }

        @Override
        public Optional<Path> askFile() {
            return Optional.empty();
        }

        @Override
        public boolean isOpen(Document document) {
            return opened.contains(document);
        }
    };

    /** Everything at once on this thread; what is planned waits for a test. */
    private final Surroundings around = new Surroundings(
            Runnable::run,
            Runnable::run,
            (_, action) -> {
                planned.add(action);
                return () -> planned.remove(action);
            },
            () -> Instant.parse("2026-05-31T06:30:00Z"));

    private final Path folder;
    private final SecretStore secrets = new MemorySecrets();
    private final LiveDesk desk;

    LiveDeskTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        server = Stub.http(this::answer);
        desk = desk();
    }

    /** One as after a start of the program. */
    private LiveDesk desk() {
        return new LiveDesk(
                actions, around, () -> secrets, new Connections(folder.resolve("connections.json"), around));
    }

    private Said answer(Asked asked) {
        if (down) {
            return Said.of(503, "text/plain", "down");
        }
        String query = asked.parameter("query");
        if (!wanted.isEmpty() && !asked.header("authorization").equals(wanted)) {
            return Said.of(401, "text/plain", "not " + asked.header("authorization"));
        }
        if (asked.path().endsWith("buildinfo")) {
            return Said.json("{\"status\":\"success\",\"data\":{\"version\":\"2.42.0\"}}");
        }
        if (asked.path().endsWith("/values")) {
            return Said.json("{\"status\":\"success\",\"data\":[]}");
        }
        if (query.contains(" by (Hostname) (")) {
            boolean none = query.contains("!~");
            String values = asked.path().endsWith("query_range")
                    ? "\"values\":[[1780203600,\"1\"],[1780203615,\"1\"]]"
                    : "\"value\":[1700000000,\"1\"]";
            return none ? Said.vector() : Said.vector("{\"metric\":{\"Hostname\":\"h1\"}," + values + "}");
        }
        if (query.startsWith("label_replace")) {
            return Said.vector("{\"metric\":{\"label\":\"Hostname\"},\"value\":[1700000000,\"1\"]}");
        }
        if (query.startsWith("count by (modelName")) {
            String shape = "{\"metric\":{\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"GPU_I_PROFILE\":\"1g.10gb\"},";
            return Said.vector(shape
                    + (asked.path().endsWith("query_range") ? "\"values\":[[1,\"1\"]]}" : "\"value\":[1,\"1\"]}"));
        }
        if (query.startsWith("count(")) {
            return Said.number(1);
        }
        String labels = "{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-1\","
                + "\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"GPU_I_ID\":\"7\",\"GPU_I_PROFILE\":\"1g.10gb\","
                + "\"Hostname\":\"h1\"},";
        if (asked.path().endsWith("query_range")) {
            return refusesRanges
                    ? Said.of(400, "application/json", "{\"status\":\"error\",\"errorType\":\"bad_data\"}")
                    : Said.json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + labels
                            + "\"values\":[[1780203600,\"0.5\"],[1780203615,\"0.6\"]]}]}}");
        }
        return query.contains("GR_ENGINE")
                ? Said.vector(labels.replace("\"UUID\"", "\"pod\":\"" + pod + "\",\"UUID\"")
                        + "\"value\":[1700000000,\"" + utilization + "\"]}" + more)
                : Said.number(1);
    }

    @AfterEach
    void close() {
        desk.disconnect();
        server.close();
    }

    private ConnectionInput here() {
        return EnteredTest.to(server.base().toString());
    }

    private double average() {
        return Objects.requireNonNull(desk.documentProperty().get())
                .figures()
                .total()
                .instanceAverage();
    }

    @Test
    void aTestSaysWhatIsThereAndOpensNothing() {
        desk.test(here());
        assertTrue(Objects.requireNonNull(desk.probedProperty().get()).isFine());
        assertNull(desk.readerProperty().get());
        assertEquals(List.of(), opened);
        down = true;
        desk.test(here());
        assertFalse(Objects.requireNonNull(desk.probedProperty().get()).isFine());
        desk.test(EnteredTest.to(""));
        assertNull(desk.probedProperty().get());
        assertEquals(
                "live.address.empty",
                Objects.requireNonNull(desk.problemProperty().get()).key());
    }

    @Test
    void whatTheServerTellsIsADocumentThatEveryAnswerBringsUpToDate() {
        desk.connect(here(), false);
        assertInstanceOf(LiveState.Fresh.class, desk.stateProperty().get());
        assertEquals(1, opened.size());
        assertEquals(0.5, average(), 1e-12);
        utilization = "0.75";
        desk.refresh();
        assertEquals(1, opened.size());
        assertEquals(0.75, average(), 1e-12);
        assertFalse(opened.getFirst().isEdited());
        assertEquals(Duration.ZERO, desk.age());
    }

    @Test
    void anEditedDocumentIsNotOverwritten() {
        desk.connect(here(), false);
        opened.getFirst().edit(new ScenarioEdit.SetNotes("mine"));
        utilization = "0.75";
        desk.refresh();
        assertEquals(0.5, average(), 1e-12);
        opened.getFirst().undo();
        desk.refresh();
        assertEquals(0.75, average(), 1e-12);
    }

    @Test
    void aServerThatGoesAwayLeavesTheLastAnswerAndNobodyIsAskedWhileNobodyLooks() {
        desk.connect(here(), false);
        down = true;
        desk.refresh();
        assertInstanceOf(LiveState.Stale.class, desk.stateProperty().get());
        assertEquals(0.5, average(), 1e-12);
        assertEquals(1, planned.size());
        desk.watchedProperty().set(false);
        assertEquals(List.of(), planned);
        down = false;
        desk.watchedProperty().set(true);
        assertInstanceOf(LiveState.Fresh.class, desk.stateProperty().get());
    }

    @Test
    void anAnswerReplacesAllThatTheServerToldBefore() {
        desk.connect(here(), false);
        Document document = opened.getFirst();
        Snapshot before = Objects.requireNonNull(document.content().snapshot());
        InstanceRef there = new InstanceRef("GPU-1", "7");
        assertEquals("first", before.labels().of(there).value("pod"));
        assertEquals(List.of(), before.wholeGpus());
        pod = "second";
        more = ",{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-2\",\"gpu\":\"1\","
                + "\"modelName\":\"NVIDIA A100-SXM4-80GB\",\"Hostname\":\"h1\"},\"value\":[1700000000,\"0.25\"]}";
        desk.refresh();
        assertEquals(1, opened.size());
        Snapshot now = Objects.requireNonNull(document.content().snapshot());
        assertEquals("second", document.content().labels().of(there).value("pod"));
        assertEquals(0.25, now.wholeGpus().getFirst().utilization());
        assertTrue(now.problems().size() > before.problems().size(), "a GPU apart is noticed");
        assertEquals(now.problems(), document.content().problems());
        assertFalse(document.isEdited());
        assertFalse(document.historyProperty().get().canUndo());
    }

    @Test
    void whatSomebodyEditsStaysAsItWasToldWhenItWasEdited() {
        desk.connect(here(), false);
        Document document = opened.getFirst();
        assertTrue(document.edit(new ScenarioEdit.RenameScenario("mine")));
        DocumentContent edited = document.content();
        pod = "second";
        utilization = "0.9";
        desk.refresh();
        assertSame(edited, document.content());
    }

    @Test
    void sumsByChoiceAreADocumentThatEveryAnswerBringsUpToDateAndOneOfInstancesIsAnother() {
        desk.computedProperty().set(Computed.HOSTS);
        desk.connect(here(), false);
        assertEquals(1, opened.size());
        SumsModel sums = summedUp.getFirst();
        assertEquals("h1", sums.readingProperty().get().rows().getFirst().host());
        desk.refresh();
        assertEquals(1, opened.size());
        desk.computedProperty().set(Computed.SERIES);
        assertEquals(2, opened.size());
        assertEquals(0.5, average(), 1e-12);
        desk.computedProperty().set(Computed.HOSTS);
        assertEquals(3, opened.size());
        assertEquals(2, summedUp.size());
    }

    @Test
    void rightSizesOfSumsAreAskedOfTheServerUntilTheConnectionEnds() {
        desk.computedProperty().set(Computed.HOSTS);
        desk.connect(here(), false);
        ServerSizes sizes = summedUp.getFirst().opens().sizes();
        assertInstanceOf(ServerSizes.State.Before.class, sizes.stateProperty().get());
        sizes.ask(SizeRules.USUAL);
        ServerSizes.State.Told told = assertInstanceOf(
                ServerSizes.State.Told.class, sizes.stateProperty().get());
        assertEquals("live.way.sizes", told.way().key());
        assertTrue(server.asked().stream()
                .anyMatch(asked -> asked.parameter("query").startsWith("quantile_over_time(0.95, ")));
        desk.disconnect();
        sizes.ask(SizeRules.USUAL);
        assertInstanceOf(ServerSizes.State.Failed.class, sizes.stateProperty().get());
    }

    @Test
    void theInstancesOfAHostAreADocumentUntilTheConnectionEnds() {
        desk.computedProperty().set(Computed.HOSTS);
        desk.connect(here(), false);
        SumsModel sums = summedUp.getFirst();
        sums.opens().open("h1", "");
        assertNull(sums.opens().said().getValue());
        assertEquals(0.5, opened.getLast().figures().total().instanceAverage(), 1e-12);
        assertTrue(server.asked().stream()
                .anyMatch(asked -> asked.parameter("query").contains("Hostname=\"h1\"")));
        desk.disconnect();
        sums.opens().open("h1", "");
        assertEquals(
                "sums.gone",
                Objects.requireNonNull(sums.opens().said().getValue()).key());
        assertEquals(2, opened.size());
    }

    @Test
    void aRangeOfSumsIsADocumentWhoseTableShowsTheMomentThatIsLookedAt() {
        desk.computedProperty().set(Computed.HOSTS);
        desk.connect(here(), false);
        desk.range().load(new RangeAsk("2026-05-31 05:00", "2026-05-31 05:30", Duration.ZERO), UTC, 300);
        assertNull(desk.range().problemProperty().get());
        assertEquals(2, summedUp.size());
        SumsModel range = summedUp.getLast();
        assertTrue(range.range().isPresent());
        assertEquals(1, range.readingProperty().get().rows().size());
        range.opens().open("h1", "");
        assertNull(range.opens().said().getValue());
        assertEquals(3, opened.size(), "its instances over the range");
        assertEquals(
                "live.way.sumsRange",
                desk.range().outcomeProperty().get().getFirst().key());
    }

    private ConnectionInput with(Kind kind, String user, String secret, ConnectionInput.Header... headers) {
        return new ConnectionInput(
                server.base().toString(),
                kind,
                user,
                Secret.of(secret),
                "",
                "",
                "",
                Secret.of(""),
                "",
                "team-a",
                List.of(headers));
    }

    @Test
    void noPasswordGoesOverTheNetworkUnencryptedWithoutAYes() {
        ConnectionInput entered = new ConnectionInput(
                "http://prometheus.invalid:9090",
                Kind.BASIC,
                "kim",
                Secret.of("s3cret"),
                "",
                "",
                "",
                Secret.of(""),
                "",
                "",
                List.of());
        desk.connect(entered, false);
        assertEquals(List.of("prometheus.invalid"), plainAsked);
        assertFalse(desk.tryingProperty().get());
        assertNull(desk.problemProperty().get());
    }

    @Test
    void aConnectionIsRememberedOverStartsWithoutItsSecrets() throws IOException {
        wanted = "Basic " + Base64.getEncoder().encodeToString("kim:pl4nted-pa55".getBytes(StandardCharsets.UTF_8));
        desk.computedProperty().set(Computed.HOSTS);
        ConnectionInput.Header header = new ConnectionInput.Header("X-Api-Key", Secret.of("pl4nted-k3y"));
        desk.connect(with(Kind.BASIC, "kim", "pl4nted-wr0ng", header), true);
        assertEquals(List.of(), desk.recentProperty().get(), "one that did not come about is not remembered");
        desk.connect(with(Kind.BASIC, "kim", "pl4nted-pa55", header), true);
        assertInstanceOf(LiveState.Fresh.class, desk.stateProperty().get());
        Remembered again = desk().recentProperty().get().getFirst();
        assertEquals(server.base(), again.connection().base());
        assertEquals(new Access.Basic("kim"), again.connection().access());
        assertEquals("team-a", again.connection().tenant());
        assertEquals(List.of("X-Api-Key"), again.connection().headers());
        assertEquals(Computed.HOSTS, again.computed());
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                assertFalse(text.contains("pl4nted") || text.contains(wanted.substring(6)), file + ": " + text);
            }
        }
        assertEquals(
                Secret.of("pl4nted-pa55"),
                secrets.credentials(again.connection()).access());
        desk.forget(again);
        assertEquals(List.of(), desk().recentProperty().get());
        assertNull(secrets.credentials(again.connection()).access());
    }

    @Test
    void whatWasKeptIsNotAskedForAndWhatWasNotIs() {
        wanted = "Bearer t0ken";
        desk.test(with(Kind.BEARER, "", ""));
        assertEquals(
                "monitoring.live.secret.none",
                Objects.requireNonNull(desk.problemProperty().get()).key());
        desk.test(with(Kind.BEARER, "", "t0ken", new ConnectionInput.Header("X-Api-Key", Secret.of(""))));
        assertEquals(
                "monitoring.live.header.none",
                Objects.requireNonNull(desk.problemProperty().get()).key());
        desk.connect(with(Kind.BEARER, "", "t0ken"), true);
        assertInstanceOf(LiveState.Fresh.class, desk.stateProperty().get());
        desk.disconnect();
        desk.connect(with(Kind.BEARER, "", ""), false);
        assertInstanceOf(LiveState.Fresh.class, desk.stateProperty().get());
        assertFalse(desk.keyringProperty().get(), "memory is no keyring");
    }

    @Test
    void whatAServerRepeatsOfASecretIsNotShown() {
        wanted = "somebody else";
        desk.test(with(Kind.BEARER, "", "pl4nted"));
        ProbeResult result = Objects.requireNonNull(desk.probedProperty().get());
        String shown = Messages.in(Language.ENGLISH).say(result.message()) + result;
        assertFalse(shown.contains("pl4nted"), shown);
        assertFalse(result.isFine());
    }

    @Test
    void closingTheDocumentEndsTheConnection() {
        desk.connect(here(), false);
        opened.clear();
        desk.refresh();
        assertNull(desk.readerProperty().get());
        assertInstanceOf(LiveState.Idle.class, desk.stateProperty().get());
        desk.range().load(new RangeAsk("2026-05-31 05:00", "2026-05-31 06:00", Duration.ZERO), UTC, 300);
        assertEquals(
                "monitoring.range.unconnected",
                Objects.requireNonNull(desk.range().problemProperty().get()).key());
    }

    @Test
    void aRangeBecomesADocumentAndOneThatIsNoneIsSaid() {
        RangeAsk hour = new RangeAsk("2026-05-31 05:00", "2026-05-31 06:00", Duration.ZERO);
        desk.connect(here(), false);
        desk.range().load(new RangeAsk("x", "y", Duration.ZERO), UTC, 300);
        assertEquals(
                "monitoring.range.form",
                Objects.requireNonNull(desk.range().problemProperty().get()).key());
        desk.range().load(hour, UTC, 300);
        assertNull(desk.range().problemProperty().get());
        assertFalse(desk.range().loadingProperty().get());
        assertEquals(2, opened.size());
        assertEquals(
                "live.way.series",
                desk.range().outcomeProperty().get().getFirst().key());
        refusesRanges = true;
        desk.range().load(hour, UTC, 300);
        assertNotNull(desk.range().problemProperty().get());
        assertFalse(desk.range().loadingProperty().get());
        assertEquals(2, opened.size());
    }
}
