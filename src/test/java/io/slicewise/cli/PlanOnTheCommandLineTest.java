package io.slicewise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PlanOnTheCommandLineTest {
    private static final String ALIBABA = "name,count,profile\na,32,1g\nb,280,2g.20gb\nc,389,3g\nd,971,4g\ne,1406,7g\n";

    @TempDir
    private Path home;

    private CliRun run(Language language, String... args) {
        return CliRun.in(home, language, "", args);
    }

    private CliRun run(String... args) {
        return CliRun.in(home, args);
    }

    private String file(String name, String content) throws IOException {
        return Files.writeString(home.resolve(name), content).toString();
    }

    @Test
    void theSentenceNamesTheRowThatBindsInBothLanguages() throws IOException {
        String demand = file("any.txt", ALIBABA);

        assertThat(run("plan", demand, "--offer", "a100-80gb").out())
                .startsWith("2,377 A100 80GB: each 4g or 7g needs a GPU of its own; by slices alone 2,213 would do.\n"
                        + "Proven: no plan buys fewer than 2,377 GPUs.\n");
        assertThat(run(Language.KOREAN, "plan", demand, "--offer", "a100-80gb").out())
                .startsWith("A100 80GB 2,377개: 4g 또는 7g 인스턴스마다 GPU가 하나씩 필요합니다. 슬라이스만 보면 2,213개로 충분합니다.\n"
                        + "증명됨: 구매할 GPU를 2,377개보다 줄일 수 없습니다.\n");
    }

    @Test
    void whereNothingIsBoughtNothingIsProvenOfIt() throws IOException {
        String demand = file("small.csv", "name,count,profile\nweb,4,1g.10gb\n");

        for (String offer : List.of("a100-80gb,have=3", "a100-80gb=11000,have=3")) {
            assertThat(run("plan", demand, "--offer", offer).out())
                    .startsWith("1 A100 80GB: the compute slices decide.\n"
                            + "The GPUs that are there are enough, so nothing has to be bought.\n");
            assertThat(run(Language.KOREAN, "plan", demand, "--offer", offer).out())
                    .startsWith("A100 80GB 1개: 컴퓨트 슬라이스 수가 결정합니다.\n지금 있는 GPU로 충분하므로 새로 구매할 GPU는 없습니다.\n");
        }
    }

    @Test
    void theJsonHasItsShape() throws IOException {
        CliRun ran = run("plan", file("d.csv", ALIBABA), "--offer", "a100-80gb=11000,watts=400", "--json");

        JsonNode root = ran.json();
        assertThat(ran.code()).isEqualTo(Cli.OK);
        assertThat(root.propertyNames())
                .containsExactly(
                        "formatVersion",
                        "objective",
                        "proven",
                        "total",
                        "lowerBound",
                        "taxes",
                        "models",
                        "demands",
                        "impossible");
        assertThat(root.get("objective").stringValue()).isEqualTo("cost");
        assertThat(root.get("proven").booleanValue()).isTrue();
        assertThat(root.get("total").get("cost").longValue()).isEqualTo(2377 * 11_000L);
        assertThat(root.get("total").get("watts").longValue()).isEqualTo(2377 * 400L);
        assertThat(root.get("lowerBound").get("cost").longValue()).isEqualTo(2377 * 11_000L);
        JsonNode model = root.get("models").get(0);
        assertThat(model.get("binding").stringValue()).isEqualTo("4g-7g");
        assertThat(model.get("rows").get(3).get("value").doubleValue()).isEqualTo(2377);
        assertThat(model.get("layouts").get(1).get("placements").toString()).isEqualTo("[\"4g.40gb@0\",\"3g.40gb@4\"]");
        assertThat(root.get("demands").get(1).get("served").get("a100-80gb").intValue())
                .isEqualTo(280);
        assertThat(root.get("impossible").isNull()).isTrue();
    }

    @Test
    void dayAndNightShareAPool() throws IOException {
        String demand = file("d.csv", "name,count,profile,when\na,28,1g,day\nb,4,2g,day\nc,5,7g,night\n");

        assertThat(run("plan", demand, "--offer", "a100-80gb").out())
                .startsWith("With a change twice a day: 6 A100 80GB. By day 6 of the GPUs are in use, by night 5.\n")
                .contains("Without changing over: 11 A100 80GB.\n");
        JsonNode turns =
                run("plan", demand, "--offer", "a100-80gb", "--json").json().get("dayAndNight");
        assertThat(turns.get("day").get("total").get("installed").intValue()).isEqualTo(6);
        assertThat(turns.get("night").get("total").get("gpus").intValue()).isEqualTo(5);
        assertThat(turns.get("evening").get("stopped").intValue()).isEqualTo(32);
    }

    @Test
    void aDemandIsPlacedBesideWhatRuns() throws IOException {
        String demand = file("d.csv", "name,count,profile\na,3,1g\nb,1,3g\n");

        CliRun ran =
                run("plan", demand, "--offer", "a100-80gb", "--into", "samples/main-example.slicewise.json", "--json");

        JsonNode beside = ran.json().get("beside");
        assertThat(beside.get("moreGpus").intValue()).isEqualTo(1);
        assertThat(beside.get("atLeast").intValue()).isEqualTo(1);
        assertThat(beside.get("here").size()).isEqualTo(2);
        assertThat(ran.json().get("total").get("gpus").intValue()).isEqualTo(1);
        assertThat(run("plan", demand, "--offer", "rtx-pro-5000-48gb", "--into", "samples/main-example.slicewise.json")
                        .code())
                .isEqualTo(Cli.USAGE);
    }

    /** What is left over costs what the answer beside what runs promised. */
    @Test
    void severalModelsAreFilledBesideWhatRuns() throws IOException {
        String demand = file("d.csv", "name,count,slices,gib\na,3,1,5\nb,1,3,30\n");

        CliRun ran = run(
                "plan",
                demand,
                "--offer",
                "a100-80gb=11000",
                "--offer",
                "a30-24gb=4500",
                "--into",
                "samples/main-example.slicewise.json",
                "--json");

        JsonNode beside = ran.json().get("beside");
        assertThat(beside.get("cost").intValue())
                .isEqualTo(beside.get("costAtLeast").intValue());
        assertThat(ran.json().get("total").get("cost").intValue())
                .isEqualTo(beside.get("cost").intValue());
    }

    @Test
    void aPlanIsComparedWithAnother() throws IOException {
        String now = file("now.csv", "name,count,profile\na,4,2g\n");
        String next = file("next.csv", "name,count,profile\na,7,2g\nb,1,4g\n");

        CliRun ran = run("plan", next, "--offer", "a100-80gb=11000", "--compare", now);
        assertThat(ran.out())
                .contains("now.csv → this plan: 1 more GPU to buy.")
                .contains("It costs 11,000 more.")
                .contains("4 × 2g.20gb (a100-80gb)");
        JsonNode rows = run("plan", next, "--offer", "a100-80gb=11000", "--compare", now, "--json")
                .json()
                .get("compared")
                .get("rows");
        assertThat(rows.get(0).get("kind").asString()).isEqualTo("bought");
        assertThat(rows.get(0).get("before").intValue()).isEqualTo(2);
        assertThat(rows.get(0).get("after").intValue()).isEqualTo(3);
    }

    @Test
    void dayAndNightAreWrittenEach() throws IOException {
        String demand = file("d.csv", "name,count,profile,when\na,28,1g,day\nb,4,2g,day\nc,5,7g,night\n");
        Path out = home.resolve("out");
        run("plan", demand, "--offer", "a100-80gb", "--out", out.toString());
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "plan.json",
                            "plan-day.slicewise.json",
                            "layouts-day.csv",
                            "plan-night.slicewise.json",
                            "layouts-night.csv");
        }
        assertThat(Files.readString(out.resolve("layouts-night.csv")))
                .isEqualTo("gpus,model,placements\n5,a100-80gb,7g.80gb@0\n");
    }

    @Test
    void aDemandIsTakenOfWhatIsMeantOnly() {
        CliRun ran = run("plan", "samples/host-8-gpus.slicewise.json", "--match", "owner=students", "--json");
        assertThat(ran.json().get("demands").size()).isEqualTo(1);
        assertThat(ran.json().get("demands").get(0).get("count").intValue()).isEqualTo(11);
        assertThat(run("plan", "samples/host-8-gpus.slicewise.json", "--match", "colour=red")
                        .err())
                .contains("colour=red");
    }

    @Test
    void theImpossibleHasItsOwnCodeAndSaysWhatWouldDo() throws IOException {
        CliRun ran = run("plan", file("d.csv", "name,count,gib\nllm,1,80\n"), "--offer", "a100-80gb", "--json");

        assertThat(ran.code()).isEqualTo(Cli.IMPOSSIBLE);
        assertThat(ran.err())
                .isEqualTo("“llm” cannot be served: 80 GiB are wanted in one instance, and the largest of A100 80GB"
                        + " has 79 GiB. The least that would do is 7g.94gb on H100 NVL / PCIe 94GB.\n");
        assertThat(ran.json().get("impossible").stringValue()).startsWith("“llm” cannot be served");
    }

    @Test
    void limitsThatCannotBeKeptSayHowMuchWouldDo() throws IOException {
        String demand = file("d.csv", "name,count,share,gib\na,12,10%,5\nb,5,0.5,18\n");

        assertThat(run(
                                "plan",
                                demand,
                                "--offer",
                                "a100-80gb=11000,watts=400",
                                "--offer",
                                "a30-24gb=4500,watts=165,speed=0.55",
                                "--watts",
                                "1300")
                        .err())
                .isEqualTo("The cap is 1,300 W, and every plan draws at least 1,320 W.\n");
        assertThat(run("plan", demand, "--offer", "a100-80gb=11000", "--budget", "100")
                        .err())
                .isEqualTo("The budget is 100, and every plan costs at least 55,000.\n");
        assertThat(run("plan", demand, "--offer", "a100-80gb,most=1").code()).isEqualTo(Cli.IMPOSSIBLE);
    }

    @Test
    void whatIsOpenIsPlannedAsAllocatedOrAsObserved() {
        String sample = "samples/main-example.slicewise.json";

        assertThat(run("plan", sample, "--grow", "50%", "--json")
                        .json()
                        .get("demands")
                        .toString())
                .contains("\"name\":\"1g.10gb\",\"count\":5", "\"name\":\"2g.20gb\",\"count\":2");
        CliRun observed = run("plan", sample, "--observed", "p95", "--target", "0.8");
        assertThat(observed.code()).isEqualTo(Cli.OK);
        assertThat(observed.err()).contains("There is one moment only", "The memory that 4 instances use is not known");
    }

    @Test
    void aPlanIsWrittenAsScenarioThatCanBeOpened() throws IOException {
        String out = home.resolve("out").toString();

        assertThat(run("plan", file("d.csv", "name,count,profile\na,3,3g\n"), "--offer", "a100-80gb", "--out", out)
                        .code())
                .isEqualTo(Cli.OK);
        assertThat(Files.readString(Path.of(out, "layouts.csv")))
                .isEqualTo("gpus,model,placements\n1,a100-80gb,3g.40gb@4\n1,a100-80gb,3g.40gb@0 3g.40gb@4\n");
        CliRun averages =
                run("averages", "--json", Path.of(out, "plan.slicewise.json").toString());
        assertThat(averages.code()).isEqualTo(Cli.OK);
        assertThat(averages.json().get("fleet").get("gpus").intValue()).isEqualTo(2);
    }

    @Test
    void whatIsWrongNamesItsPlaceAndWhatWasExpected() throws IOException {
        CliRun ran = run("plan", file("d.csv", "name,count,share\na,2,0.35\nb,x,35\n"), "--offer", "a100-80gb");

        assertThat(ran.code()).isEqualTo(Cli.FAILED);
        assertThat(ran.err().lines().toList())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("d.csv:3"))
                .last()
                .asString()
                .contains("Column “share”: “35”. A share of a GPU was expected: a ratio from 0 to 1 such as 0.35");
        for (String offer :
                List.of("a100-80gb=", "a100-80gb,speed=0", "a100-80gb,host=8,have=3", "a100-80gb,hoost=8")) {
            assertThat(run("plan", file("e.csv", ALIBABA), "--offer", offer).code())
                    .as(offer)
                    .isEqualTo(Cli.USAGE);
        }
        assertThat(run("plan", file("e.csv", ALIBABA), "--offer", "a100-80gb=1", "--offer", "a30-24gb")
                        .err())
                .startsWith("Some offers have a price and some do not.");
        assertThat(run("plan", file("e.csv", ALIBABA)).err()).startsWith("Nothing is offered.");
    }

    @Test
    void aPlanFileHoldsOffersAndRules() throws IOException {
        String plan = file("x.plan.json", """
            {"formatVersion": 1, "name": "Two kinds of host",
             "demand": [{"name": "a", "count": 9, "share": 0.4, "gib": 30}, {"name": "b", "count": 30, "share": 0.1, "gib": 5}],
             "offers": [{"model": "a100-80gb", "price": 11000, "gpusPerHost": 8, "hostPrice": 103000},
                        {"model": "a30-24gb", "price": 4500, "speed": 0.55, "gpusPerHost": 4, "hostPrice": 33000}],
             "rules": {"spareHosts": 1}}
            """);

        assertThat(run("plan", plan, "--json").json().get("total").get("cost").longValue())
                .isEqualTo(239_000);
    }
}
