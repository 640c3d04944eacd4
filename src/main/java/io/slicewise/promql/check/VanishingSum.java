package io.slicewise.promql.check;

import io.slicewise.promql.lang.Expr;
import io.slicewise.promql.lang.Expr.Aggregate;
import io.slicewise.promql.lang.Expr.Binary;
import io.slicewise.promql.lang.Exprs;
import io.slicewise.promql.lang.Matcher;
import io.slicewise.promql.lang.Op;
import io.slicewise.promql.query.QueryFigure;
import io.slicewise.text.Problem.Severity;
import io.slicewise.text.Text;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code a + b} over profiles: empty as soon as one of them has no series. */
final class VanishingSum implements Check {
    @Override
    public String id() {
        return "vanishing-sum";
    }

    @Override
    public Optional<Found> find(Asked asked, Repairs repairs) {
        Set<Expr> terms = Places.of(Exprs.all(asked.expr(), Binary.class)
                .filter(VanishingSum::isSum)
                .map(Binary::left));
        return Exprs.all(asked.expr(), Binary.class)
                .filter(binary -> isSum(binary) && !terms.contains(binary))
                .flatMap(binary -> vanishing(binary).stream())
                .findFirst()
                .map(sum -> new Found(
                        Severity.ERROR,
                        sum,
                        Text.of("promql.check.vanishing-sum"),
                        repaired(asked.expr(), sum, repairs)));
    }

    private static boolean isSum(Expr expr) {
        return expr instanceof Binary binary && (binary.op() == Op.ADD || binary.op() == Op.SUBTRACT);
    }

    /** The terms of a sum, from left to right. */
    private static List<Expr> terms(Binary sum) {
        Deque<Expr> terms = new ArrayDeque<>();
        Expr left = sum;
        while (isSum(left) && left instanceof Binary binary) {
            terms.push(binary.right());
            left = binary.left();
        }
        terms.push(left);
        return List.copyOf(terms);
    }

    /** The longest part of a sum, from its left, that is empty when one profile is. */
    private static Optional<Binary> vanishing(Binary whole) {
        List<Expr> terms = terms(whole);
        int about = 0;
        int last = 0;
        for (int i = 0; i < terms.size() && isHarmless(terms.get(i)); i++) {
            about += isOfProfiles(terms.get(i)) ? 1 : 0;
            last = about > 1 && isOfProfiles(terms.get(i)) ? i : last;
        }
        Binary sum = whole;
        for (int i = terms.size() - 1; last > 0 && i > last; i--) {
            sum = (Binary) sum.left();
        }
        return last > 0 ? Optional.of(sum) : Optional.empty();
    }

    /** Whether a term has nothing that stands in for it, and is about all instances nowhere. */
    private static boolean isHarmless(Expr term) {
        return Exprs.all(term, Binary.class).noneMatch(binary -> binary.op() == Op.OR)
                && Dcgm.utilizations(term)
                        .allMatch(selector -> Dcgm.profile(selector).isPresent());
    }

    private static boolean isOfProfiles(Expr term) {
        return Dcgm.utilizations(term).findAny().isPresent();
    }

    /** An average of all profiles where it is one; else the same sum, in which a profile without a series is 0. */
    private static Optional<Expr> repaired(Expr query, Binary sum, Repairs repairs) {
        Optional<Expr> average = repairs.average(query, sum);
        List<Aggregate> parts = terms(sum).stream()
                .flatMap(term -> Exprs.all(term, Aggregate.class).limit(1))
                .toList();
        boolean isOfNumbers = parts.stream().allMatch(VanishingSum::isOfNothing)
                && parts.size()
                        == terms(sum).stream()
                                .filter(VanishingSum::isOfProfiles)
                                .count();
        if (average.isPresent() || !isOfNumbers) {
            return average.or(() -> repairs.figure(QueryFigure.WEIGHTED_AVERAGE, query, sum, sum));
        }
        return Optional.of(Places.replaced(query, parts, one -> orZero((Aggregate) one)));
    }

    /** Whether it is 0 of nothing, the same for all profiles. */
    private static boolean isOfNothing(Aggregate aggregate) {
        Expr.Grouping grouping = aggregate.grouping();
        boolean isByProfile = Dcgm.keeps(aggregate, Set.of("gpuiprofile", "gpuiid"));
        return (aggregate.op().equals("sum") || aggregate.op().equals("count"))
                && (grouping == null || grouping.isBy())
                && !isByProfile
                && Dcgm.isAllDcgm(aggregate);
    }

    private static Expr orZero(Aggregate aggregate) {
        Optional<Matcher> profile = Dcgm.utilizations(aggregate).findFirst().flatMap(Dcgm::profile);
        return NothingThere.zero(aggregate, matcher -> !matcher.equals(profile.orElse(null)))
                .<Expr>map(zero -> new Binary(Op.OR, aggregate, zero, false, null))
                .orElse(aggregate);
    }
}
