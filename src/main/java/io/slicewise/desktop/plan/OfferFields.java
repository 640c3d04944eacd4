package io.slicewise.desktop.plan;

import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.text.Text;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The fields of an offer, as they are shown and typed. */
enum OfferFields {
    PRICE,
    SPEED,
    WATTS,
    HOST,
    HOSTPRICE,
    HAVE,
    MOST;

    private static final int MOST_WATTS = 100_000;
    private static final int MOST_A_HOST = 1_000;
    private static final BigDecimal MOST_SPEED = BigDecimal.valueOf(1_000);

    Text title() {
        return Text.of("planner.offer." + name().toLowerCase(Locale.ROOT));
    }

    /** What can be typed there. */
    Text expected() {
        return Text.of("planner.expected." + name().toLowerCase(Locale.ROOT));
    }

    /** What stands in the field. */
    String shown(Offer offer) {
        return switch (this) {
            case PRICE -> Typed.plain(offer.price());
            case SPEED -> Typed.plain(BigDecimal.valueOf(offer.speed()));
            case WATTS -> shown(offer.watts());
            case HOST -> String.valueOf(offer.perHost());
            case HOSTPRICE -> Typed.plain(offer.hostPrice());
            case HAVE -> String.valueOf(offer.have());
            case MOST -> shown(offer.most());
        };
    }

    private static String shown(@Nullable Integer number) {
        return number == null ? "" : String.valueOf(number);
    }

    /** The offer with something else in the field; empty where that cannot be. */
    Optional<Offer> typed(Offer offer, String text) {
        String typed = text.strip();
        return switch (this) {
            case PRICE, HOSTPRICE -> money(offer, typed);
            case SPEED -> {
                BigDecimal speed = Typed.decimal(typed);
                yield speed == null || speed.signum() == 0 || speed.compareTo(MOST_SPEED) > 0
                        ? Optional.empty()
                        : Optional.of(with(offer, offer.price(), speed.doubleValue(), offer.hostPrice()));
            }
            default -> number(offer, typed);
        };
    }

    private Optional<Offer> money(Offer offer, String typed) {
        BigDecimal money = Typed.decimal(typed);
        if (money == null && !typed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                this == PRICE
                        ? with(offer, money, offer.speed(), offer.hostPrice())
                        : with(offer, offer.price(), offer.speed(), money));
    }

    private static Offer with(Offer offer, @Nullable BigDecimal price, double speed, @Nullable BigDecimal hostPrice) {
        return new Offer(
                offer.model(), price, speed, offer.watts(), offer.perHost(), hostPrice, offer.have(), offer.most());
    }

    private Optional<Offer> number(Offer offer, String typed) {
        boolean optional = this == WATTS || this == MOST || this == HAVE;
        if (typed.isEmpty() && !optional) {
            return Optional.empty();
        }
        int most = this == WATTS ? MOST_WATTS : this == HOST ? MOST_A_HOST : DemandLine.MOST;
        OptionalInt number =
                typed.isEmpty() ? OptionalInt.empty() : Typed.whole(typed, this == MOST || this == HAVE ? 0 : 1, most);
        if (!typed.isEmpty() && number.isEmpty()) {
            return Optional.empty();
        }
        Integer value = typed.isEmpty() ? null : (Integer) number.getAsInt();
        int perHost = this == HOST && value != null ? value : offer.perHost();
        int have = this == HAVE ? (value == null ? 0 : value) : offer.have();
        if (have % perHost != 0) {
            return Optional.empty();
        }
        return Optional.of(new Offer(
                offer.model(),
                offer.price(),
                offer.speed(),
                this == WATTS ? value : offer.watts(),
                perHost,
                offer.hostPrice(),
                have,
                this == MOST ? value : offer.most()));
    }
}
