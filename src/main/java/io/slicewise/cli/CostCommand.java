package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.document.AppFolders;
import io.slicewise.fleet.Gpu;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.money.CostBill;
import io.slicewise.planning.money.CostRule;
import io.slicewise.planning.money.CostStatement;
import io.slicewise.planning.money.PaidGpu;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.planning.money.PayerCost;
import io.slicewise.text.Decimal;
import io.slicewise.text.Listing;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Attribute;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code cost FILE… --rate MODEL=R}: what the hardware costs, who causes it, and how much of it is not used. */
record CostCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    private static final int MONEY_DECIMALS = 2;

    @Override
    public String name() {
        return "cost";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.worth(name(), "worth.help.cost")
                .addOption(options.strings(CommandOptions.RATE, "MODEL=R", "worth.help.rate"))
                .addOption(options.string(CommandOptions.RULE, "slices|dominant|memory", "worth.help.rule"))
                .addOption(options.string(CommandOptions.BY, "LABEL", "worth.help.by"))
                .addOption(options.flag(CommandOptions.SPREAD, "worth.help.spread"))
                .addOption(options.string(CommandOptions.HOURS, "HOURS", "worth.help.hours"));
    }

    @Override
    public int run(ParseResult command) {
        OpenedFiles opened = OpenedFiles.of(command, terminal, folders);
        Map<String, BigDecimal> rates = RateOption.read(command, opened.catalogue());
        CostRule rule = rule(command);
        BigDecimal hours = Ratios.amount(CommandOptions.HOURS, command.matchedOptionValue(CommandOptions.HOURS, "1"));
        Attribute by = by(command.matchedOptionValue(CommandOptions.BY, "owner"));
        check(opened, rates);
        List<PaidGpu> paid = new ArrayList<>();
        BigDecimal longest = BigDecimal.ZERO;
        for (Part part : opened.parts()) {
            PaidTime time = new PaidTime(rates, hours, by, part::labels);
            paid.addAll(time.of(part.gpus(), part.timeline()));
            longest = longest.max(time.hours(part.timeline()));
        }
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        List<String> unknown = CostStatement.unshared(paid, rule);
        if (!unknown.isEmpty()) {
            terminal.err().println(words.say("worth.cost.memory", CommandOptions.RULE, new Listing(unknown)));
            return Cli.IMPOSSIBLE;
        }
        CostBill plain = CostBill.of(paid, rule);
        CostBill bill = command.hasMatchedOption(CommandOptions.SPREAD) ? plain.spread() : plain;
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(bill, rule, longest), terminal.out());
        } else {
            lines(bill, longest).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        return Cli.OK;
    }

    private static CostRule rule(ParseResult command) {
        String id = command.matchedOptionValue(CommandOptions.RULE, CostRule.SLICES.id());
        return CostRule.ofId(id)
                .orElseThrow(() -> new UsageException(
                        Text.of("cli.usage.value", CommandOptions.RULE, id, "slices, dominant, memory")));
    }

    private static Attribute by(String name) {
        return Attribute.Field.ofId(name).map(Attribute.class::cast).orElse(new Attribute.Label(name));
    }

    /** Nothing is guessed: a model without a rate would vanish from the total. */
    private static void check(OpenedFiles opened, Map<String, BigDecimal> rates) {
        List<String> missing = opened.gpus().stream()
                .map(Gpu::model)
                .filter(Objects::nonNull)
                .map(GpuModel::id)
                .filter(id -> !rates.containsKey(id))
                .distinct()
                .toList();
        if (!missing.isEmpty()) {
            throw new UsageException(Text.of("worth.usage.noRate", CommandOptions.RATE, new Listing(missing)));
        }
    }

    private List<String> lines(CostBill bill, BigDecimal hours) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say("worth.cost.time", new Decimal(hours.doubleValue(), MONEY_DECIMALS)));
        lines.add("");
        TextTable parts = new TextTable(List.of(
                TextTable.text(words.say("worth.column.part")),
                TextTable.number(words.say("worth.column.cost")),
                TextTable.number(words.say("worth.column.share")),
                TextTable.number(words.say("worth.column.month"))));
        part(parts, "worth.cost.used", bill.used(), bill, hours);
        part(parts, "worth.cost.idle", bill.idleAllocated(), bill, hours);
        part(parts, "worth.cost.unallocated", bill.unallocated(), bill, hours);
        part(parts, "worth.cost.total", bill.total(), bill, hours);
        lines.addAll(parts.lines());
        if (bill.unread() > 0) {
            lines.add("");
            lines.add(words.say("worth.cost.unread", bill.unread(), money(bill.usedLow()), money(bill.usedHigh())));
        }
        lines.add("");
        TextTable by = new TextTable(List.of(
                TextTable.text(words.say("worth.column.payer")),
                TextTable.number(words.say("worth.column.cost")),
                TextTable.number(words.say("worth.cost.used"))));
        for (PayerCost one : bill.by()) {
            by.row(List.of(one.name().isEmpty() ? Numbers.NONE : one.name(), money(one.cost()), money(one.used())));
        }
        lines.addAll(by.lines());
        return lines;
    }

    private void part(TextTable table, String name, @Nullable BigDecimal amount, CostBill bill, BigDecimal hours) {
        double share = amount == null || bill.total().signum() == 0
                ? Double.NaN
                : amount.doubleValue() / bill.total().doubleValue();
        BigDecimal month = amount == null || hours.signum() == 0
                ? null
                : amount.multiply(PaidTime.MONTH).divide(hours, MathContext.DECIMAL128);
        table.row(List.of(words.say(name), money(amount), Numbers.percent(share, words.language()), money(month)));
    }

    private static String money(@Nullable BigDecimal amount) {
        return amount == null ? Numbers.NONE : Money.text(amount);
    }

    private static ObjectNode json(CostBill bill, CostRule rule, BigDecimal hours) {
        ObjectNode root = Json.document();
        root.put("rule", rule.id());
        root.put("hours", hours);
        put(root, "total", bill.total());
        put(root, "used", bill.used());
        put(root, "usedLow", bill.usedLow());
        put(root, "usedHigh", bill.usedHigh());
        put(root, "idleAllocated", bill.idleAllocated());
        put(root, "unallocated", bill.unallocated());
        root.put("unread", bill.unread());
        ArrayNode by = root.putArray("by");
        for (PayerCost one : bill.by()) {
            ObjectNode node = by.addObject().put("name", one.name());
            put(node, "cost", one.cost());
            put(node, "used", one.used());
        }
        return root;
    }

    private static void put(ObjectNode node, String field, @Nullable BigDecimal amount) {
        if (amount == null) {
            node.putNull(field);
        } else {
            BigDecimal plain = amount.stripTrailingZeros();
            node.put(field, plain.scale() < 0 ? plain.setScale(0) : plain);
        }
    }
}
