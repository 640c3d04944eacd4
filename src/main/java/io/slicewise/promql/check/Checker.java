package io.slicewise.promql.check;

import io.slicewise.promql.lang.Promql;
import io.slicewise.promql.query.Hardware;
import io.slicewise.text.Problem;
import java.util.ArrayList;
import java.util.List;

/** Looks for mistakes in a dashboard, a rule file or a query. */
public final class Checker {
    private static final List<Check> CHECKS = List.of(
            new VanishingSum(),
            new WrongWeights(),
            new RoundedWeights(),
            new PercentOnRatio(),
            new GpuValuesPerInstance(),
            new GpuUtilUnderMig(),
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
            findings.addAll(check(asked));
        }
        return new Report(findings, source.problems(), source.queries().size());
    }

    private List<Finding> check(Asked asked) {
        List<Finding> findings = new ArrayList<>();
        for (Check check : CHECKS) {
            check.find(asked, repairs)
                    .ifPresent(found -> findings.add(new Finding(
                            check.id(),
                            check.severity(),
                            asked.where(),
                            asked.title(),
                            Promql.line(found.part()),
                            found.message(),
                            found.repaired().map(Promql::pretty).orElse(""))));
        }
        return findings;
    }
}
