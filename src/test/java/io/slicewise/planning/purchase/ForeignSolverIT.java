package io.slicewise.planning.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import io.slicewise.mig.Layouts;
import io.slicewise.mig.Profile;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Sizing;
import io.slicewise.planning.program.Effort;
import io.slicewise.promql.servers.Programs;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A foreign solver finds the same cost for 200 random plans over four models, half of them with hosts: from a program that
 * knows nothing of rows, but has an unknown for every legal layout.
 */
class ForeignSolverIT {
    private static final int PLANS = 200;
    private static final Pattern OBJECTIVE = Pattern.compile("Optimal - objective value ([0-9.e+]+)");

    @TempDir
    private Path folder;

    @Test
    void anotherSolverFindsNothingCheaper() throws IOException, InterruptedException {
        Path cbc = Programs.need("cbc");
        for (int seed = 0; seed < PLANS; seed++) {
            Demand demand = RandomPlans.demand(new SplittableRandom(seed));
            List<Offer> offers = RandomPlans.offers(seed % 2 == 1);
            PurchasePlan plan = Purchase.plan(demand, offers, PlanRules.NONE, List.of(), Effort.USUAL);

            assertThat(plan.proven()).as("%d", seed).isTrue();
            assertThat(plan.total().cost()).as("%d", seed).isEqualByComparingTo(solved(cbc, lp(demand, offers)));
        }
    }

    private BigDecimal solved(Path cbc, String program) throws IOException, InterruptedException {
        Path lp = Files.writeString(folder.resolve("plan.lp"), program);
        Path solution = folder.resolve("plan.sol");
        Programs.run(
                folder,
                cbc.toString(),
                lp.toString(),
                "ratioGap",
                "0",
                "allowableGap",
                "0",
                "solve",
                "solution",
                solution.toString());
        Matcher found = OBJECTIVE.matcher(Files.readString(solution));
        assertThat(found.find()).isTrue();
        return new BigDecimal(found.group(1)).setScale(0, RoundingMode.HALF_UP);
    }

    /** A program in the format of LP files: {@code y} instances of a line on a model, {@code x} GPUs with a layout, {@code h} units. */
    private static String lp(Demand demand, List<Offer> offers) {
        List<String> costs = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        List<String> unknowns = new ArrayList<>();
        Map<Integer, List<String>> served = new LinkedHashMap<>();
        for (int m = 0; m < offers.size(); m++) {
            Offer offer = offers.get(m);
            costs.add(Objects.requireNonNull(offer.unitPrice()).toPlainString() + " h" + m);
            unknowns.add("h" + m);
            Map<String, StringBuilder> held = new LinkedHashMap<>();
            StringBuilder room = new StringBuilder(offer.perHost() + " h" + m);
            List<Profile> plain =
                    offer.model().profiles().stream().filter(Profile::isPlain).toList();
            HashSet<Map<String, Integer>> layouts = new HashSet<>();
            Layouts.reachable(offer.model(), plain).forEach(layout -> layouts.add(Layouts.counts(layout)));
            int number = 0;
            for (Map<String, Integer> layout : layouts) {
                String x = "x" + m + "_" + number++;
                unknowns.add(x);
                room.append(" - ").append(x);
                layout.forEach((profile, count) -> held.computeIfAbsent(profile, name -> new StringBuilder())
                        .append(" + ")
                        .append(count)
                        .append(' ')
                        .append(x));
            }
            rows.add(room + " >= 0");
            for (int i = 0; i < demand.lines().size(); i++) {
                Profile profile = new Sizing(offer.model(), offer.speed())
                        .serving(demand.lines().get(i).need())
                        .orElse(null);
                if (profile != null) {
                    String y = "y" + i + "_" + m;
                    unknowns.add(y);
                    served.computeIfAbsent(i, line -> new ArrayList<>()).add(y);
                    Objects.requireNonNull(held.get(profile.name()))
                            .append(" - ")
                            .append(y);
                }
            }
            held.values().forEach(row -> rows.add(row + " >= 0"));
        }
        served.forEach((line, ys) -> {
            DemandLine wanted = demand.lines().get(line);
            rows.add(String.join(" + ", ys) + " >= " + wanted.count());
        });
        StringBuilder lp = new StringBuilder("Minimize\n obj: " + String.join(" + ", costs) + "\nSubject To\n");
        for (int i = 0; i < rows.size(); i++) {
            lp.append(" r").append(i).append(": ").append(rows.get(i)).append('\n');
        }
        return lp.append("General\n ")
                .append(String.join("\n ", unknowns))
                .append("\nEnd\n")
                .toString();
    }
}
