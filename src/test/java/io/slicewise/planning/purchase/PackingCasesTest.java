package io.slicewise.planning.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.Layouts;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.snapshot.csv.CsvRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of {@code packing.csv}, each with its number: found by foreign solvers and exhaustive search. */
class PackingCasesTest {
    private static final Catalogue CATALOGUE = Catalogue.builtIn();

    @TestFactory
    Stream<DynamicTest> everyCase() throws IOException {
        return cases().stream().map(row -> dynamicTest(row.get("case"), () -> check(row)));
    }

    private static void check(Map<String, String> row) {
        List<Offer> offers =
                parts(row.get("offers")).map(PackingCasesTest::offer).toList();
        boolean priced = !row.get("objective").equals("gpus");
        if (!priced) {
            offers = offers.stream()
                    .map(o -> new Offer(o.model(), null, o.speed(), o.watts(), o.perHost(), null, 0, null))
                    .toList();
        }
        Demand demand =
                new Demand(parts(row.get("demands")).map(PackingCasesTest::line).toList());
        PlanRules rules = new PlanRules(
                row.get("demands").contains("team="),
                row.get("spare").equals("any one host"),
                row.get("budget").isEmpty() ? null : new BigDecimal(row.get("budget")),
                row.get("watts_max").isEmpty() ? null : Long.valueOf(row.get("watts_max")));

        PurchasePlan plan = Purchase.plan(demand, offers, rules, CATALOGUE.models(), Effort.USUAL);

        if (row.get("optimum").equals("impossible")) {
            assertThat(plan.impossible()).isNotNull();
            return;
        }
        assertThat(plan.impossible()).isNull();
        assertThat(plan.proven()).isTrue();
        BigDecimal optimum = new BigDecimal(row.get("optimum"));
        switch (plan.objective()) {
            case GPUS -> {
                assertThat(plan.total().gpus()).isEqualTo(optimum.longValueExact());
                assertThat(plan.lowerBound().gpus()).isEqualTo(optimum.longValueExact());
            }
            case COST -> {
                assertThat(plan.total().cost()).isEqualByComparingTo(optimum);
                assertThat(plan.lowerBound().cost()).isEqualByComparingTo(optimum);
            }
            case VALUE ->
                assertThat(plan.demands().stream()
                                .mapToLong(line -> (line.line().count() - line.servedCount())
                                        * line.line().value())
                                .sum())
                        .isEqualTo(optimum.longValueExact());
        }
        if (!row.get("binding").isEmpty()) {
            assertThat(plan.models().getFirst().binding().id()).isEqualTo(id(row.get("binding")));
            String bounds = plan.models().getFirst().rows().stream()
                    .map(value -> String.format(Locale.ROOT, "%.3f", value.value()))
                    .collect(Collectors.joining(" "));
            assertThat(bounds).isEqualTo(numbers(row.get("bounds")));
        }
        checkLayouts(plan);
    }

    private static void checkLayouts(PurchasePlan plan) {
        for (ModelPlan model : plan.models()) {
            Map<String, Long> held = new HashMap<>();
            model.layouts().forEach(packed -> {
                assertThat(packed.layout().conflicts()).isEmpty();
                Layouts.counts(packed.layout())
                        .forEach((name, count) -> held.merge(name, count * packed.count(), Long::sum));
            });
            String id = model.offer().model().id();
            Map<String, Long> wanted = new HashMap<>();
            plan.demands().forEach(line -> {
                int served = line.served().getOrDefault(id, 0);
                if (served > 0) {
                    wanted.merge(Objects.requireNonNull(line.profiles().get(id)).name(), (long) served, Long::sum);
                }
            });
            assertThat(held).isEqualTo(wanted);
        }
    }

    /** {@code compute slices/7=1.000 memory slices/8=1.125}: what stands behind the equals signs. */
    private static String numbers(String bounds) {
        return Pattern.compile("=(\\S+)")
                .matcher(bounds)
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.joining(" "));
    }

    private static String id(String binding) {
        return switch (binding) {
            case "compute slices/7", "slices/4" -> "compute";
            case "memory slices/8" -> "memory";
            case "2g places/3" -> "2g-places";
            case "4g and 7g/1" -> "4g-7g";
            default -> binding;
        };
    }

    private static Offer offer(String text) {
        Map<String, String> of = new HashMap<>();
        for (String part : text.split(" ")) {
            of.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return new Offer(
                CATALOGUE.byId(of.get("model")).orElseThrow(),
                new BigDecimal(of.get("price")),
                Double.parseDouble(of.getOrDefault("speed", "1")),
                Integer.valueOf(of.get("watts")),
                Integer.parseInt(of.getOrDefault("perHost", "1")),
                of.containsKey("hostPrice") ? new BigDecimal(of.get("hostPrice")) : null,
                0,
                null);
    }

    private static DemandLine line(String text) {
        int count = 0;
        int slices = 0;
        double gib = 0;
        double share = 0;
        double target = 1;
        long value = 0;
        String profile = "";
        String team = "";
        for (String part : text.split(" ")) {
            String number = part.replaceAll("^.*=", "");
            if (part.contains("*")) {
                profile = part.substring(0, part.indexOf('*'));
                count = Integer.parseInt(part.substring(part.indexOf('*') + 1));
            } else if (part.startsWith("slices>=")) {
                slices = Integer.parseInt(number);
            } else if (part.startsWith("GiB>=")) {
                gib = Double.parseDouble(number);
            } else if (part.startsWith("u=")) {
                share = Double.parseDouble(number);
            } else if (part.startsWith("target=")) {
                target = Double.parseDouble(number);
            } else if (part.startsWith("team=")) {
                team = number;
            } else if (part.startsWith("value=")) {
                value = Long.parseLong(number);
            }
        }
        Need need = share > 0
                ? new Need.PartOfGpu(share, gib, target)
                : slices > 0 ? new Need.AtLeast(slices, gib) : new Need.Named(profile);
        return new DemandLine(text, count, need, team, value);
    }

    private static Stream<String> parts(String cell) {
        return Stream.of(cell.split(" \\| "));
    }

    private static List<Map<String, String>> cases() throws IOException {
        InputStream in = Objects.requireNonNull(
                PackingCasesTest.class.getResourceAsStream("/io/slicewise/planning/packing.csv"));
        List<Map<String, String>> cases = new ArrayList<>();
        try (InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            CsvRows rows = new CsvRows(reader);
            List<String> header = Objects.requireNonNull(rows.next());
            for (List<String> row = rows.next(); row != null; row = rows.next()) {
                Map<String, String> byName = new HashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    byName.put(header.get(i), row.get(i));
                }
                cases.add(byName);
            }
        }
        return cases;
    }
}
