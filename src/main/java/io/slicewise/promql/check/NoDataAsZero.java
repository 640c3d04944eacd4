package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Expr.Call;
import io.slicewise.promql.lang.Expr.Num;
import io.slicewise.promql.lang.Expr.Selector;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.Scope;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code or vector(0)}: an exporter that is down looks like a GPU that is idle. */
final class NoDataAsZero implements Check {
    private static final Expr ZERO = new Call("vector", List.of(new Num(0)));
    private static final Set<String> COUNTING = Set.of("count", "group", "count_values");
    private static final Set<String> OF_NONE = Set.of("count", "sum");

    @Override
    public String id() {
        return "no-data-as-zero";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        List<Binary> all = Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> binary.op() == Op.OR && binary.right().equals(ZERO))
                .filter(binary -> Exprs.all(binary.left(), Selector.class).anyMatch(Dcgm::isDcgm))
                .toList();
        return all.stream()
                .findFirst()
                .map(binary -> new Found(
                        Severity.WARNING,
                        binary,
                        Text.of("promql.check.no-data-as-zero"),
                        isOfRows(asked.expr(), all)
                                ? Optional.empty()
                                : Optional.of(Places.replaced(asked.expr(), all, one -> repaired((Binary) one)))));
    }

    /**
     * Whether the zero is a series among others that are counted: what would take its place depends on what is wanted
     * to count, {@code count(count by (UUID) (…) or vector(0)) - 1} for example.
     */
    private static boolean isOfRows(Expr query, List<Binary> zeros) {
        Set<Expr> places = Places.of(zeros.stream());
        return Exprs.all(query, Aggregate.class)
                .anyMatch(aggregate -> COUNTING.contains(aggregate.op()) && places.contains(aggregate.expr()));
    }

    /**
     * Where nothing fits, a number and a sum are 0 as long as there is data; everything else of nothing is nothing.
     */
    private static Expr repaired(Binary binary) {
        Optional<Expr> zero = outermost(binary.left()).flatMap(aggregate -> {
            Names names = Exprs.all(aggregate, Selector.class)
                    .findFirst()
                    .map(Repairs::names)
                    .orElse(Names.DCGM);
            return NothingThere.zero(
                    aggregate,
                    matcher -> matcher.label().equals("__name__") || names.scope(matcher.label()) == Scope.GPU);
        });
        return zero.<Expr>map(none -> new Binary(Op.OR, binary.left(), none, false, null))
                .orElse(binary.left());
    }

    /** The number or the sum that a value is, whatever it is multiplied with. */
    private static Optional<Aggregate> outermost(Expr expr) {
        return switch (expr) {
            case Aggregate aggregate
            when OF_NONE.contains(aggregate.op()) && Dcgm.isAllDcgm(aggregate) -> Optional.of(aggregate);
            case Binary binary when isScaled(binary) -> outermost(binary.left()).or(() -> outermost(binary.right()));
            case Call call
            when call.function().equals("round") -> outermost(call.args().getFirst());
            default -> Optional.empty();
        };
    }

    private static boolean isScaled(Binary binary) {
        boolean isFactor = binary.op() == Op.MULTIPLY && binary.left() instanceof Num;
        return isFactor || ((binary.op() == Op.MULTIPLY || binary.op() == Op.DIVIDE) && binary.right() instanceof Num);
    }
}
