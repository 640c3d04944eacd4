package io.slicewise.planning.purchase;

import io.slicewise.mig.GpuModel;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A GPU model that can be bought, or is there.
 *
 * @param model the model
 * @param price of a GPU, in any unit that all offers share; {@code null} where only GPUs are counted
 * @param speed how much of the work of a GPU of speed 1 it does, above 0
 * @param watts what a GPU draws at most, nominally; {@code null} where it was not said
 * @param perHost how many GPUs stand in a host; 1 where they are bought one by one
 * @param hostPrice of a host with its GPUs; {@code null} where it costs what its GPUs cost
 * @param have how many GPUs are there already and cost nothing; whole hosts of them
 * @param most how many GPUs there can be at most, those that are there included; {@code null} where nothing limits them
 */
public record Offer(
        GpuModel model,
        @Nullable BigDecimal price,
        double speed,
        @Nullable Integer watts,
        int perHost,
        @Nullable BigDecimal hostPrice,
        int have,
        @Nullable Integer most) {
    public Offer {
        if (!(speed > 0) || perHost < 1 || have < 0 || have % perHost != 0 || (most != null && most < 0)) {
            throw new IllegalArgumentException(
                    model.id() + ": speed " + speed + ", " + perHost + " a host, " + have + " there, at most " + most);
        }
    }

    /** One by one, without limits. */
    public static Offer of(GpuModel model, @Nullable BigDecimal price) {
        return new Offer(model, price, 1, null, 1, null, 0, null);
    }

    /** Each of these models once, without a price. */
    public static List<Offer> of(Stream<GpuModel> models) {
        return models.distinct().map(model -> of(model, null)).toList();
    }

    /** What one costs that is bought: a host, or a GPU where they are bought one by one. */
    public @Nullable BigDecimal unitPrice() {
        return hostPrice != null ? hostPrice : price == null ? null : price.multiply(BigDecimal.valueOf(perHost));
    }

    /** Whether it is bought in hosts. */
    public boolean inHosts() {
        return perHost > 1 || hostPrice != null;
    }
}
