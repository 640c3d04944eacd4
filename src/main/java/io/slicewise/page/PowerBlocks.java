package io.slicewise.page;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.page.Block.Column;
import io.slicewise.page.Block.Table;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.watts.Energy;
import io.slicewise.planning.watts.FleetPower;
import io.slicewise.planning.watts.GpuPower;
import io.slicewise.planning.watts.PlanPower;
import io.slicewise.planning.watts.PowerDraw;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What GPUs draw, and whose it is, as blocks. What no one knows is a dash, and is asked for. */
public final class PowerBlocks {
    private static final int WATT = 1;
    private static final double KILO = 1000;

    private final FleetPower power;
    private final Assumptions assumptions;
    private final Messages words;
    private final Naming naming;

    public PowerBlocks(FleetPower power, Assumptions assumptions, Messages words) {
        this.power = power;
        this.assumptions = assumptions;
        this.words = words;
        naming = naming(power);
    }

    private static Naming naming(FleetPower power) {
        return Naming.of(power.gpus().stream().map(GpuPower::gpu).toList());
    }

    /** Which models' watts no one knows; {@code null} where all are known. */
    public static @Nullable Text missing(FleetPower power) {
        Naming naming = naming(power);
        List<String> open = power.open().stream()
                .map(gpu -> gpu.model() == null ? naming.gpu(gpu) : gpu.model().shortName())
                .distinct()
                .toList();
        return open.isEmpty() ? null : Text.of("power.missing", new Listing(open));
    }

    /**
     * All of it.
     *
     * @param rows so many GPUs, and so many instances
     */
    public List<Block> all(int rows) {
        List<Block> blocks = new ArrayList<>();
        if (power.gpus().isEmpty()) {
            blocks.add(Phrases.body(words.say("power.missing.gpus")));
            return blocks;
        }
        blocks.addAll(inShort(rows));
        blocks.add(Phrases.note(source()));
        if (power.gpus().stream().anyMatch(gpu -> !gpu.isOpen())) {
            blocks.add(instances(rows));
            blocks.add(Phrases.note(words.say("power.rules")));
        }
        return blocks;
    }

    /**
     * What can be read from a wall: the verdict and the GPUs.
     *
     * @param rows so many of them
     */
    List<Block> inShort(int rows) {
        List<Block> blocks = new ArrayList<>();
        double total = power.total();
        if (!Double.isNaN(total)) {
            blocks.add(Phrases.verdict(verdict(total)));
        }
        Text missing = missing(power);
        if (missing != null) {
            blocks.add(Phrases.lead(words.say(missing)));
        }
        blocks.add(gpus(total, rows));
        return blocks;
    }

    private String verdict(double total) {
        double pue = assumptions.pue().doubleValue();
        double price =
                assumptions.perKwh() == null ? Double.NaN : assumptions.perKwh().doubleValue();
        Energy month = Energy.of(total, pue, PaidTime.MONTH.doubleValue(), price);
        String said = words.say("power.verdict", watts(total), kilo(total * pue), watts(month.kwh()));
        return Double.isNaN(month.cost())
                ? said
                : said + " " + words.say("power.money", new Amounts(words, assumptions.currency()).with(month.cost()));
    }

    /** What the GPUs of a plan would draw, as busy as the present ones are; nothing where that is not known. */
    public List<Block> planned(PurchasePlan plan, double whole) {
        PlanPower planned = PlanPower.of(plan, whole, assumptions::idleOf, assumptions::maxOf);
        double pue = assumptions.pue().doubleValue();
        return Double.isNaN(planned.watts()) || planned.gpus() == 0
                ? List.of()
                : List.of(Phrases.lead(words.say(
                        "power.planned",
                        planned.gpus(),
                        planned.spare(),
                        new Percent(whole),
                        watts(planned.watts()),
                        kilo(planned.watts() * pue))));
    }

    private static Decimal kilo(double watts) {
        return new Decimal(watts / KILO, 2);
    }

    private String source() {
        int measured = power.measured();
        int all = power.gpus().size();
        return measured == all
                ? words.say("power.measured.all")
                : measured == 0 ? words.say("power.forecast.all") : words.say("power.measured.some", measured, all);
    }

    private Table gpus(double total, int rows) {
        List<List<String>> shown = new ArrayList<>();
        double[] watts = Amounts.parts(
                power.gpus().stream().mapToDouble(gpu -> gpu.draw().total()).toArray(), total, WATT);
        for (int i = 0; i < power.gpus().size() && i < rows; i++) {
            GpuPower gpu = power.gpus().get(i);
            shown.add(List.of(
                    naming.gpu(gpu.gpu()),
                    watts(watts[i]),
                    words.say(gpu.isMeasured() ? "power.measured" : "power.forecast"),
                    idle(gpu),
                    watts(gpu.max()),
                    watts(gpu.draw().active())));
        }
        int more = power.gpus().size() - rows;
        if (more > 0) {
            shown.add(List.of(
                    words.say("power.more", more),
                    Numbers.NONE,
                    Numbers.NONE,
                    Numbers.NONE,
                    Numbers.NONE,
                    Numbers.NONE));
        }
        if (power.gpus().size() > 1) {
            shown.add(List.of(
                    words.say("money.part.total"), watts(total), "", "", "", watts(power.sum(PowerDraw::active))));
        }
        return new Table(
                words.say("power.gpus"),
                List.of(
                        Column.name(words.say("report.column.gpu")),
                        Column.number(words.say("power.column.watts")),
                        Column.text(words.say("power.column.source")),
                        Column.text(words.say("power.column.idle")),
                        Column.number(words.say("power.column.max")),
                        Column.number(words.say("power.column.active"))),
                shown);
    }

    private String idle(GpuPower gpu) {
        return Double.isNaN(gpu.idle().watts())
                ? Numbers.NONE
                : words.say(
                        "power.idle",
                        watts(gpu.idle().watts()),
                        Text.of("power.source." + gpu.idle().source().name().toLowerCase(Locale.ROOT)));
    }

    private String watts(double watts) {
        return Double.isNaN(watts) ? Numbers.NONE : words.say("power.watts", watts);
    }

    private Table instances(int rows) {
        List<List<String>> shown = new ArrayList<>();
        for (GpuPower gpu : power.gpus()) {
            if (!gpu.isOpen()) {
                shown.addAll(instances(gpu));
            }
        }
        return new Table(
                words.say("power.instances"),
                List.of(
                        Column.name(words.say("report.column.gpu")),
                        Column.name(words.say("report.column.instance")),
                        Column.number(words.say("power.column.byActivity")),
                        Column.number(words.say("power.column.bySlicesAndActivity"))),
                shown.stream().limit(rows).toList());
    }

    /** The instances of a GPU, and what is no one's: each column adds up to the GPU as it is shown. */
    private List<List<String>> instances(GpuPower one) {
        PowerDraw draw = one.draw();
        int count = draw.instances().size();
        double[] activity = new double[count + 2];
        double[] slices = new double[count + 2];
        for (int i = 0; i < count; i++) {
            activity[i] = draw.instances().get(i).byActivity();
            slices[i] = draw.instances().get(i).bySlicesAndActivity();
        }
        activity[count] = slices[count] = draw.unallocatedIdle();
        activity[count + 1] = slices[count + 1] = draw.unattributed();
        activity = Amounts.parts(activity, draw.total(), WATT);
        slices = Amounts.parts(slices, draw.total(), WATT);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count + 2; i++) {
            if (i < count || activity[i] != 0) {
                String name = i < count
                        ? name(one.gpu(), draw.instances().get(i).id())
                        : words.say(i == count ? "power.unallocated" : "power.nobody");
                rows.add(List.of(naming.gpu(one.gpu()), name, watts(activity[i]), watts(slices[i])));
            }
        }
        return rows;
    }

    private static String name(Gpu gpu, String id) {
        Instance instance = gpu.instance(id).orElseThrow();
        String called = Naming.onGpu(gpu, instance);
        return instance.name().isEmpty()
                ? called
                : called + " (" + instance.profile().name() + ")";
    }
}
