package io.slicewise.cli;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.Labels;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What was chosen for a plan.
 *
 * @param offers what is offered on the command line
 * @param target how much of an instance is to be in use
 * @param bySms whether shares are of the streaming multiprocessors
 * @param growth how much more is wanted than there is, a ratio
 * @param only which instances of what is open are meant; all of them where it was not said
 * @param observed the quantile of engine time that a demand is taken from; empty takes what is allocated
 */
record PlanChoices(
        List<Offer> offers,
        double target,
        boolean bySms,
        double growth,
        Pins only,
        OptionalDouble observed,
        PlanRules rules) {
    /** What a file says is taken as it is. */
    static final PlanChoices NONE = new PlanChoices(
            List.of(), 1, false, 0, new Pins(CommandOptions.MATCH, List.of()), OptionalDouble.empty(), PlanRules.NONE);

    private static final Pattern RATIO = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,6})?)\\s*(%?)");
    private static final Pattern QUANTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,3})?|100)");
    private static final Pattern MONEY = Pattern.compile("\\d{1,12}(?:\\.\\d{1,4})?");

    static PlanChoices of(ParseResult command, Catalogue catalogue) {
        List<Offer> offers = command.matchedOptionValue(CommandOptions.OFFER, List.<String>of()).stream()
                .map(option -> OfferOption.read(option, catalogue))
                .toList();
        double target = ratio(command, CommandOptions.TARGET, 1);
        if (target <= 0 || target > 1) {
            throw new UsageException(Text.of("plan.usage.target", CommandOptions.TARGET));
        }
        String observed = command.matchedOptionValue(CommandOptions.OBSERVED, (String) null);
        return new PlanChoices(
                offers,
                target,
                bySms(command),
                ratio(command, CommandOptions.GROW, 0),
                Pins.of(command, CommandOptions.MATCH),
                observed == null ? OptionalDouble.empty() : OptionalDouble.of(quantile(observed)),
                new PlanRules(
                        command.hasMatchedOption(CommandOptions.TEAM_OWN),
                        spare(command),
                        budget(command),
                        watts(command)));
    }

    /** Whether the demand is taken from an instance. */
    boolean isMeant(Gpu gpu, Instance instance, Labels labels) {
        return only.values().isEmpty() || only.means(gpu, instance, labels);
    }

    /** These offers and those of a file, of which the ones with the same model give way. */
    List<Offer> with(List<Offer> ofFile) {
        Map<String, Offer> byModel = new LinkedHashMap<>();
        ofFile.forEach(offer -> byModel.put(offer.model().id(), offer));
        offers.forEach(offer -> byModel.put(offer.model().id(), offer));
        return List.copyOf(byModel.values());
    }

    /** These rules, and those of a file where nothing else was chosen. */
    PlanRules with(PlanRules ofFile) {
        return new PlanRules(
                rules.teamOwn() || ofFile.teamOwn(),
                rules.spareHost() || ofFile.spareHost(),
                rules.budget() == null ? ofFile.budget() : rules.budget(),
                rules.watts() == null ? ofFile.watts() : rules.watts());
    }

    private static double ratio(ParseResult command, String option, double fallback) {
        String text = command.matchedOptionValue(option, (String) null);
        if (text == null) {
            return fallback;
        }
        Matcher parts = RATIO.matcher(text.strip());
        if (!parts.matches()) {
            throw new UsageException(Text.of("cli.usage.value", option, text, "0.3, 30%"));
        }
        return Double.parseDouble(parts.group(2).isEmpty() ? parts.group(1) : parts.group(1) + "e-2");
    }

    private static boolean bySms(ParseResult command) {
        String basis = command.matchedOptionValue(CommandOptions.BASIS, "slices");
        if (!basis.equals("slices") && !basis.equals("sms")) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.BASIS, basis, "slices, sms"));
        }
        return basis.equals("sms");
    }

    private static double quantile(String text) {
        Matcher parts = QUANTILE.matcher(text);
        if (!parts.matches()) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.OBSERVED, text, "p50, p95, p99, p100"));
        }
        return Double.parseDouble(parts.group(1) + "e-2");
    }

    private static boolean spare(ParseResult command) {
        String text = command.matchedOptionValue(CommandOptions.SPARE, "0");
        if (!text.equals("0") && !text.equals("1")) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.SPARE, text, "0, 1"));
        }
        return text.equals("1");
    }

    private static @Nullable BigDecimal budget(ParseResult command) {
        String text = command.matchedOptionValue(CommandOptions.BUDGET, (String) null);
        if (text != null && !MONEY.matcher(text).matches()) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.BUDGET, text, "44000, 44000.50"));
        }
        return text == null ? null : new BigDecimal(text);
    }

    private static @Nullable Long watts(ParseResult command) {
        String text = command.matchedOptionValue(CommandOptions.WATTS, (String) null);
        if (text != null && !text.matches("\\d{1,9}")) {
            throw new UsageException(Text.of("cli.usage.value", CommandOptions.WATTS, text, "3500"));
        }
        return text == null ? null : (Long) Long.parseLong(text);
    }
}
