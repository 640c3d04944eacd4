package io.slicewise.planning.outlook;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.OpenDemand;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.planning.purchase.Purchase;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.PurchasePlan.ModelPlan;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizedDemand;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.work.Cancel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hardware that serves what was recorded for less: in other layouts, or on other models that a planner offers.
 *
 * <p>Of each model the instances are wanted as the recorded range needs them; what cannot be told stays as it is. They are packed
 * onto GPUs of the model itself, beside those of other models where every one of them has a rate.
 *
 * @param now how many GPUs there are of the models that get cheaper
 * @param needed by model how many serve the same
 * @param saves what that saves an hour; {@code null} where a model has no rate
 * @param costs what the GPUs there are cost an hour; {@code null} where a model has no rate
 */
public record LeanHardware(
        long now,
        Map<GpuModel, Long> needed,
        @Nullable BigDecimal saves,
        @Nullable BigDecimal costs) {
    /** The layouts of a single model are a closed form; over several so many branches are enough for a remark. */
    private static final Effort EFFORT = new Effort(200, Cancel.NEVER);

    /**
     * Of GPUs whose instances were all recorded as they are.
     *
     * @param sizes the instances of each GPU, with what is said of their sizes; GPUs without instances are not among them
     * @param rates by the id of a model what an hour costs
     * @param offers what a planner offers, with speeds
     * @return empty where nothing gets cheaper than the same instances packed tightly
     */
    public static Optional<LeanHardware> of(
            Map<Gpu, List<SizedInstance>> sizes, Map<String, BigDecimal> rates, List<Offer> offers) {
        Map<GpuModel, Pool> pools = new LinkedHashMap<>();
        sizes.forEach((gpu, instances) -> {
            GpuModel model = gpu.model();
            if (model != null && model.hasPlacements()) {
                pools.computeIfAbsent(model, _ -> new Pool(new ArrayList<>(), new ArrayList<>()))
                        .add(gpu, instances);
            }
        });
        long now = 0;
        Map<GpuModel, Long> needed = new LinkedHashMap<>();
        BigDecimal saves = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        for (Map.Entry<GpuModel, Pool> entry : pools.entrySet()) {
            Pool pool = entry.getValue();
            BigDecimal rate = rates.get(entry.getKey().id());
            List<ModelPlan> plan = pool.cheaper(entry.getKey(), rates, offers);
            if (!plan.isEmpty()) {
                now += pool.gpus().size();
                plan.forEach(one -> needed.merge(one.offer().model(), one.gpus(), Long::sum));
                BigDecimal before = rate == null
                        ? null
                        : rate.multiply(BigDecimal.valueOf(pool.gpus().size()));
                costs = costs == null || before == null ? null : costs.add(before);
                saves = saves == null || before == null ? null : saves.add(before.subtract(cost(plan)));
            }
        }
        return needed.isEmpty() ? Optional.empty() : Optional.of(new LeanHardware(now, needed, saves, costs));
    }

    /** The part of what there is that is not needed: of the money where it is known, else of the GPUs. */
    public double savedPart() {
        if (saves != null && costs != null && costs.signum() > 0) {
            return saves.doubleValue() / costs.doubleValue();
        }
        return 1 - (double) needed.values().stream().mapToLong(Long::longValue).sum() / now;
    }

    private static BigDecimal cost(List<ModelPlan> plan) {
        return plan.stream()
                .map(one -> price(one.offer()).multiply(BigDecimal.valueOf(one.gpus())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What a GPU of an offer costs: where nothing has a price each counts one. */
    private static BigDecimal price(Offer offer) {
        BigDecimal price = offer.price();
        return price == null ? BigDecimal.ONE : price;
    }

    /** The GPUs of a model, with their instances. */
    private record Pool(List<Gpu> gpus, List<SizedInstance> instances) {
        void add(Gpu gpu, List<SizedInstance> some) {
            gpus.add(gpu);
            instances.addAll(some);
        }

        /** Empty where it is not cheaper than what there is, packed tightly. */
        List<ModelPlan> cheaper(GpuModel model, Map<String, BigDecimal> rates, List<Offer> offers) {
            Offer own = Offer.of(model, rates.get(model.id()));
            Demand needs = SizedDemand.of(instances, SizeRules.USUAL);
            List<ModelPlan> best = plan(needs, offered(own, rates, offers));
            List<ModelPlan> tight = plan(OpenDemand.allocated(asTheyAre()), List.of(own));
            BigDecimal least = price(own).multiply(BigDecimal.valueOf(gpus.size()));
            if (!tight.isEmpty()) {
                least = least.min(cost(tight));
            }
            return !best.isEmpty() && cost(best).compareTo(least) < 0 ? best : List.of();
        }

        private List<Gpu> asTheyAre() {
            List<Gpu> standing = new ArrayList<>();
            instances.forEach(one -> standing.add(one.gpu().withInstances(List.<Instance>of(one.instance()))));
            return standing;
        }

        /** Speeds are relative to this model: it is what the readings are of. */
        private static List<Offer> offered(Offer own, Map<String, BigDecimal> rates, List<Offer> offers) {
            List<Offer> all = new ArrayList<>(List.of(own));
            if (own.price() == null) {
                return all;
            }
            double speed = offers.stream()
                    .filter(offer -> offer.model().equals(own.model()))
                    .mapToDouble(Offer::speed)
                    .findFirst()
                    .orElse(1);
            for (Offer offer : offers) {
                BigDecimal rate = rates.get(offer.model().id());
                if (rate != null && !offer.model().equals(own.model())) {
                    all.add(new Offer(offer.model(), rate, offer.speed() / speed, null, 1, null, 0, null));
                }
            }
            return all;
        }

        /** Empty where there is none, or numbers are too large to be counted exactly. */
        private static List<ModelPlan> plan(Demand demand, List<Offer> offers) {
            try {
                PurchasePlan plan = Purchase.plan(demand, offers, PlanRules.NONE, List.of(), EFFORT);
                return plan.impossible() == null
                        ? plan.models().stream().filter(one -> one.gpus() > 0).toList()
                        : List.of();
            } catch (ArithmeticException _) {
                return List.of();
            }
        }
    }
}
