package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.OwnCatalogue;
import io.slicewise.mig.GpuModel;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ObjectNode;

/** {@code plan DEMAND|FILE…}: how many GPUs, which partitions, and why not fewer. */
record PlanCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "plan";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        CommandSpec spec = options.command(name(), "plan.help.plan")
                .addPositional(options.strings("DEMAND|FILE", "0..*", true, "plan.help.files"))
                .addOption(options.strings(CommandOptions.OFFER, "MODEL[=PRICE][,…]", "plan.help.offer"))
                .addOption(options.string(CommandOptions.OBSERVED, "p95", "plan.help.observed"))
                .addOption(options.strings(CommandOptions.MATCH, "WHAT=VALUE", "plan.help.match"))
                .addOption(options.string(CommandOptions.INTO, "FILE", "plan.help.into"))
                .addOption(options.string(CommandOptions.COMPARE, "FILE", "plan.help.compare"))
                .addOption(options.strings(CommandOptions.PIN, "WHAT=VALUE", "moves.help.pin"))
                .addOption(options.string(CommandOptions.TARGET, "RATIO", "plan.help.target"))
                .addOption(options.string(CommandOptions.BASIS, "slices|sms", "plan.help.basis"))
                .addOption(options.string(CommandOptions.GROW, "PERCENT", "plan.help.grow"))
                .addOption(options.string(CommandOptions.SPARE, "0|1", "plan.help.spare"))
                .addOption(options.string(CommandOptions.BUDGET, "AMOUNT", "plan.help.budget"))
                .addOption(options.string(CommandOptions.WATTS, "WATTS", "plan.help.watts"))
                .addOption(options.flag(CommandOptions.TEAM_OWN, "plan.help.teamOwn"))
                .addOption(options.flag(CommandOptions.JSON, "cli.help.json"))
                .addOption(options.string(CommandOptions.OUT, "DIR", "plan.help.out"))
                .addOption(options.strings(CommandOptions.MODEL, "MODEL", "cli.help.model"))
                .addOption(options.string(CommandOptions.UNIT, "ratio|percent", "cli.help.unit"))
                .addOption(options.strings(CommandOptions.MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(options.string(CommandOptions.CONFIG, "NAME", "cli.help.config"));
        return options.planning(spec);
    }

    @Override
    public int run(ParseResult command) {
        List<String> files = Cli.arguments(command);
        OwnCatalogue own = OwnCatalogue.load(folders);
        PlanChoices choices = PlanChoices.of(command, own.catalogue());
        List<Problem> problems = new ArrayList<>(own.problems());
        PlanDemand wanted = new PlanDemand(own.catalogue(), choices, Choices.of(command, own.catalogue()), problems);
        wanted.read(files, terminal);
        if (wanted.failed()) {
            Problems.print(problems, words, terminal.err());
            return Cli.FAILED;
        }
        Demand demand = wanted.demand();
        List<Offer> offers = wanted.offers();
        PlanRules rules = wanted.rules();
        check(demand, offers, rules);
        remark(demand, offers, Where.file(String.join(", ", files)), problems);
        String into = command.matchedOptionValue(CommandOptions.INTO, (String) null);
        PlanBeside beside = into == null ? null : new PlanBeside(terminal, words, command, demand, offers);
        if (beside != null) {
            if (!beside.open(into, folders)) {
                return Cli.FAILED;
            }
            demand = beside.rest();
        }
        List<GpuModel> known = own.catalogue().models();
        Planned planned = Planned.of(demand, offers, rules, known, Effort.USUAL);
        String than = command.matchedOptionValue(CommandOptions.COMPARE, (String) null);
        PlanCompared compared = than == null ? null : new PlanCompared(words, planned);
        if (compared != null && !compared.open(than, own.catalogue(), offers, command, terminal)) {
            return Cli.FAILED;
        }
        print(command, planned, beside, compared);
        Problems.print(problems, words, terminal.err());
        if (!planned.isPossible()) {
            planned.sentences().forEach(sentence -> terminal.err().println(words.say(sentence)));
            return Cli.IMPOSSIBLE;
        }
        String folder = command.matchedOptionValue(CommandOptions.OUT, (String) null);
        return folder == null ? Cli.OK : new PlanOutput(terminal, words).write(folder, planned);
    }

    private void print(
            ParseResult command, Planned planned, @Nullable PlanBeside beside, @Nullable PlanCompared compared) {
        if (beside != null && !command.hasMatchedOption(CommandOptions.JSON)) {
            beside.lines().forEach(terminal.out()::println);
            terminal.out().println();
        }
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            ObjectNode json = PlanJson.of(planned, words);
            if (beside != null) {
                beside.write(json.putObject("beside"));
            }
            if (compared != null) {
                compared.write(json.putObject("compared"));
            }
            Json.print(json, terminal.out());
        } else if (planned.isPossible()) {
            PlanTable.lines(planned, words).forEach(terminal.out()::println);
            if (compared != null) {
                terminal.out().println();
                compared.lines().forEach(terminal.out()::println);
            }
        }
        terminal.out().flush();
    }

    /** What cannot be planned because something was not said. */
    private static void check(Demand demand, List<Offer> offers, PlanRules rules) {
        if (offers.isEmpty()) {
            throw new UsageException(Text.of("plan.usage.noOffer", CommandOptions.OFFER));
        }
        long priced = offers.stream().filter(offer -> offer.unitPrice() != null).count();
        if (priced > 0 && priced < offers.size()) {
            throw new UsageException(Text.of("plan.usage.prices", CommandOptions.OFFER));
        }
        if (rules.budget() != null && priced == 0) {
            throw new UsageException(Text.of("plan.usage.budget", CommandOptions.BUDGET));
        }
        for (Offer offer : offers) {
            if (rules.watts() != null && offer.watts() == null) {
                throw new UsageException(Text.of(
                        "plan.usage.watts", CommandOptions.WATTS, offer.model().id()));
            }
        }
        if (demand.count() > Integer.MAX_VALUE) {
            throw new UsageException(Text.of("plan.usage.tooMany", demand.count()));
        }
    }

    /** What has to stand beside the numbers. */
    private static void remark(Demand demand, List<Offer> offers, Where where, List<Problem> problems) {
        boolean shares = demand.lines().stream().anyMatch(line -> line.need() instanceof Need.PartOfGpu);
        if (shares && offers.size() > 1 && offers.stream().allMatch(offer -> offer.speed() == 1)) {
            problems.add(Problem.info(where, Text.of("plan.note.speed")));
        }
        Set<String> unplaced = offers.stream()
                .map(Offer::model)
                .filter(model -> !model.hasPlacements())
                .map(GpuModel::shortName)
                .collect(Collectors.toSet());
        for (String model : unplaced) {
            problems.add(Problem.info(where, Text.of("plan.note.unplaced", model)));
        }
    }
}
