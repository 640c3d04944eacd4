package io.slicewise.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.live.Stub;
import io.slicewise.live.Stub.Asked;
import io.slicewise.live.Stub.Said;
import io.slicewise.text.Language;
import io.slicewise.text.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class LiveOnTheCommandLineTest {
    private static final String INSTANCE =
            "{\"metric\":{\"__name__\":\"DCGM_FI_PROF_GR_ENGINE_ACTIVE\",\"UUID\":\"GPU-51ce0000-0001\",\"gpu\":\"0\",\"Hostname\":\"node-a\",\"modelName\":\"NVIDIA"
                    + " A100-SXM4-80GB\",\"GPU_I_PROFILE\":\"%s\",\"GPU_I_ID\":\"%d\"},\"value\":[1795341600,\"%s\"]}";

    @TempDir
    private Path home;

    /** What a command left behind. */
    private CliRun run(boolean screen, String... args) {
        ByteArrayInputStream in = new ByteArrayInputStream("tok-777\n".getBytes(StandardCharsets.UTF_8));
        CliRun.Place place = (out, err) ->
                new Terminal(in, out, err, screen, question -> screen ? Optional.of("typed-888") : Optional.empty());
        CliRun run = CliRun.in(home, Language.ENGLISH, place, args);
        return new CliRun(run.code(), plain(run.out()), plain(run.err()));
    }

    /** With plain spaces: those of numbers do not break. */
    private static String plain(String printed) {
        return printed.replace('\u00a0', ' ');
    }

    /** The main example of the document: three 1g at 90, 80 and 70%, a 2g at 60%. */
    private static Said example(Asked asked) {
        String query = asked.parameter("query");
        return query.startsWith("count(")
                ? Said.number(4)
                : Said.vector(
                        INSTANCE.formatted("1g.10gb", 7, "0.9"),
                        INSTANCE.formatted("1g.10gb", 8, "0.8"),
                        INSTANCE.formatted("1g.10gb", 9, "0.7"),
                        INSTANCE.formatted("2g.20gb", 3, "0.6"));
    }

    @Test
    void theFiguresOfAServerAreThoseOfTheExample() throws IOException {
        try (Stub stub = Stub.http(LiveOnTheCommandLineTest::example)) {
            CliRun ran =
                    run(false, "averages", "--json", "--prometheus", stub.base().toString());
            assertEquals(0, ran.code(), ran.err());
            JsonNode fleet = ran.json().get("fleet");
            assertEquals(0.75, fleet.get("instanceAverage").doubleValue(), 1e-15);
            assertEquals(0.72, fleet.get("sliceWeightedAverage").doubleValue(), 1e-15);
            assertEquals(3.6 / 7, fleet.get("wholeGpuUtilization").doubleValue(), 1e-15);
            CliRun table =
                    run(false, "averages", "--prometheus", stub.base().toString(), "--at", "2026-11-22T10:00:00Z");
            assertTrue(table.out().contains("72.0%"), table.out());
            assertTrue(table.err().contains("Computed here from 4 series."), table.err());
            assertEquals("1795341600.000", stub.asked().getLast().parameter("time"));
        }
    }

    /** Where the server adds up: a range of nothing has no figures, and no dashes in their place either. */
    @Test
    void ofARangeOfNothingThereIsNoReplay() throws IOException {
        Said nothing = Said.json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}");
        try (Stub stub = Stub.http(asked -> asked.path().endsWith("query_range") ? nothing : Said.vector())) {
            CliRun ran = run(
                    false,
                    "replay",
                    "--sizes",
                    "--sums",
                    "--prometheus",
                    stub.base().toString());
            assertEquals(Cli.IMPOSSIBLE, ran.code(), ran.out() + ran.err());
            assertEquals("", ran.out());
            assertTrue(ran.err().contains(Messages.in(Language.ENGLISH).say("worth.noRange")), ran.err());
        }
    }

    @Test
    void secretsComeFromFilesTheInputOrTheKeyboardAndShowNowhere() throws IOException {
        Path password = Files.writeString(home.resolve("password"), "file-999\n");
        try (Stub stub = Stub.http(asked -> Said.of(401, "text/plain", asked.header("authorization")))) {
            String url = stub.base().toString();
            CliRun bearer = run(false, "averages", "--prometheus", url, "--bearer-file", "-");
            assertEquals("Bearer tok-777", stub.asked().getLast().header("authorization"));
            CliRun file = run(
                    false, "averages", "--prometheus", url, "--user", "kim", "--password-file", password.toString());
            assertEquals("Basic a2ltOmZpbGUtOTk5", stub.asked().getLast().header("authorization"));
            CliRun typed =
                    run(true, "averages", "--prometheus", url, "--user", "kim", "--tenant", "t1", "--header", "X-A: b");
            assertEquals("Basic a2ltOnR5cGVkLTg4OA==", stub.asked().getLast().header("authorization"));
            assertEquals("t1", stub.asked().getLast().header("x-scope-orgid"));
            assertEquals("b", stub.asked().getLast().header("x-a"));
            for (CliRun ran : List.of(bearer, file, typed)) {
                assertEquals(1, ran.code());
                assertFalse((ran.out() + ran.err()).matches("(?s).*(777|888|999).*"), ran.err());
                assertTrue(ran.err().startsWith("error – http://127.0.0.1"), ran.err());
            }
            CliRun nobody = run(false, "averages", "--prometheus", url, "--user", "kim");
            assertEquals(2, nobody.code());
            assertTrue(nobody.err().contains("--password-file"), nobody.err());
        }
    }

    @Test
    void watchAddsALineForEachAnswer() throws IOException {
        try (Stub stub = Stub.http(LiveOnTheCommandLineTest::example)) {
            CliRun ran = run(false, "watch", stub.base().toString(), "--count", "1");
            assertEquals(0, ran.code(), ran.err());
            assertTrue(
                    ran.out()
                            .strip()
                            .endsWith("reported 4/4  instance average 75.0%  weighted 72.0%  whole GPU 51.4%  allocated"
                                    + " 71.4%"),
                    ran.out());
        }
    }

    @Test
    void watchDrawsInPlaceAndGivesTheScreenBack() throws IOException {
        try (Stub stub = Stub.http(LiveOnTheCommandLineTest::example)) {
            CliRun ran = run(true, "watch", stub.base().toString(), "--count", "1");
            assertEquals(0, ran.code(), ran.err());
            assertTrue(ran.out().startsWith("\u001b[?1049h"), ran.out());
            String after = ran.out().substring(ran.out().indexOf("\u001b[?1049l"));
            assertTrue(after.contains("72.0%") && !after.substring(8).contains("\u001b"), after);
            assertTrue(ran.out().contains(": just now"), ran.out());
        }
    }

    @Test
    void watchEndsWhereOnlyAPersonCanHelp() throws IOException {
        try (Stub stub = Stub.http(asked -> Said.of(401, "text/plain", ""))) {
            CliRun ran = run(false, "watch", stub.base().toString());
            assertEquals(1, ran.code());
            assertTrue(ran.err().contains("needs a password or a token"), ran.err());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "averages | A required argument is missing: FILE",
                "averages --prometheus ftp://x | begins with http",
                "averages --prometheus http://x file.prom | Choose one of FILE and --prometheus",
                "averages --prometheus http://x --at yesterday | for --at.",
                "averages --prometheus http://x --to now | missing: --from",
                "averages --prometheus http://x --at 1h --from 2h | Choose one of --at and --from",
                "averages --prometheus http://x --from 1h --to 2h | --from must be before --to",
                "averages --prometheus http://x --from 1h --step 0s | for --step.",
                "averages --prometheus http://x --sums --series | Choose one of --sums and --series",
                "averages --prometheus http://x --by rack | for --by.",
                "averages --prometheus http://x --proxy nowhere | Write HOST:PORT",
                "averages --prometheus http://x --header nothing | NAME:VALUE",
                "averages --prometheus http://x --bearer-file /no/such/file | cannot be read",
                "watch | missing: URL",
                "watch http://x --interval fast | for --interval.",
                "watch http://x --count 0 | for --count."
            })
    void whatIsNotUnderstoodIsSaid(String command, String said) {
        CliRun ran = run(false, command.split(" "));
        assertEquals(2, ran.code(), ran.err());
        assertTrue(ran.err().contains(said), ran.err());
    }

    @Test
    void timesAreReadAsPeopleWriteThem() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        ZoneId seoul = ZoneOffset.ofHours(9);
        Stream.of(
                        List.of("now", "2026-11-22T10:00:00Z"),
                        List.of("24h", "2026-11-21T10:00:00Z"),
                        List.of("-90m", "2026-11-22T08:30:00Z"),
                        List.of("2w", "2026-11-08T10:00:00Z"),
                        List.of("2026-11-20", "2026-11-19T15:00:00Z"),
                        List.of("2026-11-20T09:30", "2026-11-20T00:30:00Z"),
                        List.of("2026-11-20T09:30:00+01:00", "2026-11-20T08:30:00Z"),
                        List.of("1795341600", "2026-11-22T10:00:00Z"))
                .forEach(one -> assertEquals(
                        Instant.parse(one.get(1)), Times.instant("--at", one.get(0), now, seoul), one.get(0)));
        assertThrows(UsageException.class, () -> Times.instant("--at", "2026-13-40", now, seoul));
        assertEquals(Duration.ofDays(30), Times.duration("--step", "30d"));
    }
}
