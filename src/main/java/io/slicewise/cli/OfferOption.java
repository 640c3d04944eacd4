package io.slicewise.cli;

import io.slicewise.mig.Catalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code MODEL[=PRICE][,speed=…,watts=…,host=K[:PRICE],have=…,most=…]}. */
final class OfferOption {
    private static final Set<String> NAMES = Set.of("speed", "watts", "host", "have", "most");
    private static final Pattern MONEY = Pattern.compile("\\d{1,12}(?:\\.\\d{1,4})?");

    private final String option;
    private final Map<String, String> values = new HashMap<>();

    private OfferOption(String option) {
        this.option = option;
    }

    static Offer read(String option, Catalogue catalogue) {
        return new OfferOption(option).offer(catalogue);
    }

    private Offer offer(Catalogue catalogue) {
        String[] parts = option.split(",", -1);
        int equals = parts[0].indexOf('=');
        GpuModel model = Models.find(catalogue, equals < 0 ? parts[0] : parts[0].substring(0, equals));
        BigDecimal price = equals < 0 ? null : money(parts[0].substring(equals + 1));
        for (int i = 1; i < parts.length; i++) {
            int at = parts[i].indexOf('=');
            String name = at < 0 ? "" : parts[i].substring(0, at).strip();
            if (!NAMES.contains(name)
                    || values.put(name, parts[i].substring(at + 1).strip()) != null) {
                throw wrong();
            }
        }
        String host = values.getOrDefault("host", "1");
        int colon = host.indexOf(':');
        int perHost = positive(colon < 0 ? host : host.substring(0, colon), 1_000);
        int have = values.containsKey("have") ? whole(values.get("have"), DemandLine.MOST) : 0;
        if (have % perHost != 0) {
            throw new UsageException(Text.of("plan.file.have", have, perHost));
        }
        return new Offer(
                model,
                price,
                speed(),
                values.containsKey("watts") ? (Integer) positive(values.get("watts"), 100_000) : null,
                perHost,
                colon < 0 ? null : money(host.substring(colon + 1)),
                have,
                values.containsKey("most") ? (Integer) whole(values.get("most"), DemandLine.MOST) : null);
    }

    private double speed() {
        String speed = values.getOrDefault("speed", "1");
        if (!MONEY.matcher(speed).matches() || Double.parseDouble(speed) <= 0) {
            throw wrong();
        }
        return Double.parseDouble(speed);
    }

    private int positive(@Nullable String number, int most) {
        int value = whole(number, most);
        if (value == 0) {
            throw wrong();
        }
        return value;
    }

    private int whole(@Nullable String number, int most) {
        if (number == null || !number.matches("\\d{1,8}") || Integer.parseInt(number) > most) {
            throw wrong();
        }
        return Integer.parseInt(number);
    }

    private BigDecimal money(String text) {
        if (!MONEY.matcher(text.strip()).matches()) {
            throw wrong();
        }
        return new BigDecimal(text.strip());
    }

    private UsageException wrong() {
        return new UsageException(Text.of("plan.usage.offer", CommandOptions.OFFER, option));
    }
}
