package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Hardware;
import io.slicewise.text.Problem;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for mistakes in a dashboard, a rule file or a query. */
public final class Checker {
    private static final Check PERCENT = new PercentOnRatio();
    private static final List<Check> CHECKS = List.of(
            new VanishingSum(),
            new WrongWeights(),
            new RoundedWeights(),
            PERCENT,
            new GpuValuesPerInstance(),
            new GpuUtilUnderMig(),
            new WrongSlices(),
            new SevenForAll(),
            new HardCodedProfiles(),
            new CountedSeries(),
            new SummedSeries(),
            new NoDataAsZero(),
            new UnweightedAverage());

    private final Repairs repairs;
    private final boolean isMig;

    /** For any MIG hardware, or for none; what is checked says whether MIG is on. */
    public Checker(Hardware hardware) {
        this(hardware, false);
    }

    /**
     * @param hardware what repaired queries are made for: a document's, or any
     * @param isMig whether it is known that MIG is on where the queries run
     */
    public Checker(Hardware hardware, boolean isMig) {
        this.repairs = new Repairs(hardware);
        this.isMig = isMig;
    }

    /**
     * What came out.
     *
     * @param findings in the order of the file, of each query the worst first
     * @param problems what could not be read
     * @param queries how many queries were looked at
     */
    public record Report(List<QueryFinding> findings, List<Problem> problems, int queries) {
        public Report {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
        }

        /** The findings with those together that differ in their place alone, in the order of the first of them. */
        public List<Group> groups() {
            Map<Found, List<QueryFinding>> groups = new LinkedHashMap<>();
            for (QueryFinding one : findings) {
                Found same = new Found(one.id(), one.severity(), one.part(), one.message(), one.repaired());
                groups.computeIfAbsent(same, _ -> new ArrayList<>()).add(one);
            }
            return groups.values().stream().map(Group::new).toList();
        }
    }

    /**
     * The same finding in several places.
     *
     * @param all in the order of the file, at least one
     */
    public record Group(List<QueryFinding> all) {
        public Group {
            all = List.copyOf(all);
        }

        public QueryFinding first() {
            return all.getFirst();
        }
    }

    /** The persistent names of all kinds of mistakes, in the order of the alphabet. */
    public static List<String> kinds() {
        return CHECKS.stream().map(Check::id).sorted().toList();
    }

    /**
     * Checks a text: a dashboard's JSON, a rule file in YAML (Prometheus' or the operator's), or a query, or several with
     * blank lines between. What it is, is decided by its content.
     *
     * @param file the name that problems and findings give to it
     */
    public Report check(String file, String text) {
        QuerySource source = QuerySource.read(file, text, isMig);
        Map<Same, List<Found>> known = new HashMap<>();
        List<QueryFinding> findings = new ArrayList<>();
        for (Asked asked : source.queries()) {
            Same same = new Same(asked.text(), asked.unit(), asked.thresholds(), asked.isMig());
            for (Found found : known.computeIfAbsent(same, _ -> found(asked, source))) {
                findings.add(new QueryFinding(
                        found.id(),
                        found.severity(),
                        asked.where(),
                        asked.title(),
                        found.part(),
                        found.message(),
                        found.repaired()));
            }
        }
        return new Report(findings, source.problems(), source.queries().size());
    }

    /** The text with every query repaired of which it is known how, and nothing else changed. */
    public String fixed(String file, String text) {
        return new Fixes(this::better, isMig).in(file, text);
    }

    /** A query without any of its mistakes that have a repair, one after the other. */
    private Optional<Expr> better(Asked asked) {
        Optional<Asked> better = Optional.empty();
        for (int i = 0; i < CHECKS.size(); i++) {
            Asked last = better.orElse(asked);
            Optional<Asked> next = CHECKS.stream()
                    .flatMap(check -> check.find(last, repairs).stream())
                    .flatMap(found -> found.repaired().stream())
                    .findFirst()
                    .map(last::with);
            if (next.isEmpty()) {
                break;
            }
            better = next;
        }
        return better.map(Asked::expr);
    }

    /** What of a query decides what is found in it: panels are copied. */
    private record Same(String text, String unit, List<Double> thresholds, boolean isMig) {}

    /** A finding wherever its query stands. */
    private record Found(String id, Severity severity, String part, Text message, String repaired) {}

    private List<Found> found(Asked asked, QuerySource source) {
        List<Found> all = new ArrayList<>();
        Optional<Asked> inRatio =
                PERCENT.find(asked, repairs).flatMap(Check.Found::repaired).map(asked::with);
        for (Check check : CHECKS) {
            check.find(asked, repairs).ifPresent(found -> {
                // a repaired query has a limit that its values can reach
                Optional<Expr> repaired = check.equals(PERCENT)
                        ? found.repaired()
                        : inRatio.flatMap(fixed -> check.find(fixed, repairs))
                                .flatMap(Check.Found::repaired)
                                .or(found::repaired);
                all.add(new Found(
                        check.id(),
                        found.severity(),
                        source.written(Promql.line(found.part())),
                        found.message(),
                        repaired.map(Promql::pretty).map(source::written).orElse("")));
            });
        }
        return all;
    }
}
