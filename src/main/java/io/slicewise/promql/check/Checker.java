package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Hardware;
import io.slicewise.text.Problem;
import java.util.ArrayList;
import java.util.List;
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
            new NoDataAsZero(),
            new UnweightedAverage());

    private final Repairs repairs;

    /**
     * @param hardware what repaired queries are made for: a document's, or any
     */
    public Checker(Hardware hardware) {
        this.repairs = new Repairs(hardware);
    }

    /**
     * What came out.
     *
     * @param findings in the order of the file, of each query the worst first
     * @param problems what could not be read
     * @param queries how many queries were looked at
     */
    public record Report(List<Finding> findings, List<Problem> problems, int queries) {
        public Report {
            findings = List.copyOf(findings);
            problems = List.copyOf(problems);
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
        QuerySource source = QuerySource.read(file, text);
        List<Finding> findings = new ArrayList<>();
        for (Asked asked : source.queries()) {
            findings.addAll(check(asked, source));
        }
        return new Report(findings, source.problems(), source.queries().size());
    }

    private List<Finding> check(Asked asked, QuerySource source) {
        List<Finding> findings = new ArrayList<>();
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
                findings.add(new Finding(
                        check.id(),
                        check.severity(),
                        asked.where(),
                        asked.title(),
                        source.written(Promql.line(found.part())),
                        found.message(),
                        repaired.map(Promql::pretty).map(source::written).orElse("")));
            });
        }
        return findings;
    }
}
