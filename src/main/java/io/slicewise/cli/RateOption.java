package io.slicewise.cli;

import io.slicewise.mig.Catalogue;
import io.slicewise.planning.money.HourlyRate;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** {@code MODEL=R}, or what a purchase cost: {@code MODEL,price=…,rest=…,years=…,watts=…,pue=…,kwh=…,other=…}. */
final class RateOption {
    private static final Set<String> NAMES = Set.of("price", "rest", "years", "watts", "pue", "kwh", "other");

    private RateOption() {}

    /** By the id of the model what it costs an hour. */
    static Map<String, BigDecimal> read(ParseResult command, Catalogue catalogue) {
        Map<String, BigDecimal> rates = new HashMap<>();
        for (String option : command.matchedOptionValue(CommandOptions.RATE, List.<String>of())) {
            int equals = option.indexOf('=');
            int comma = option.indexOf(',');
            if (equals <= 0) {
                throw wrong(option);
            }
            boolean purchase = comma > 0 && comma < equals;
            String model = option.substring(0, purchase ? comma : equals);
            BigDecimal rate = purchase
                    ? purchase(option, option.substring(comma + 1))
                    : Ratios.amount(CommandOptions.RATE, option.substring(equals + 1));
            rates.put(Models.find(catalogue, model).id(), rate);
        }
        return rates;
    }

    private static BigDecimal purchase(String option, String parts) {
        Map<String, BigDecimal> given = new HashMap<>();
        for (String part : parts.split(",", -1)) {
            int equals = part.indexOf('=');
            String name = equals < 0 ? "" : part.substring(0, equals).strip();
            if (!NAMES.contains(name)) {
                throw wrong(option);
            }
            given.put(name, Ratios.amount(CommandOptions.RATE, part.substring(equals + 1)));
        }
        BigDecimal price = given.get("price");
        BigDecimal years = given.get("years");
        BigDecimal pue = given.getOrDefault("pue", BigDecimal.ONE);
        if (price == null || years == null || years.signum() == 0 || pue.compareTo(BigDecimal.ONE) < 0) {
            throw wrong(option);
        }
        return new HourlyRate(
                        price,
                        given.getOrDefault("rest", BigDecimal.ZERO),
                        years,
                        given.getOrDefault("watts", BigDecimal.ZERO),
                        pue,
                        given.getOrDefault("kwh", BigDecimal.ZERO),
                        given.getOrDefault("other", BigDecimal.ZERO))
                .amount();
    }

    private static UsageException wrong(String option) {
        return new UsageException(Text.of("worth.usage.rate", CommandOptions.RATE, option));
    }
}
