package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.document.AppFolders;
import io.slicewise.live.SizeReading;
import io.slicewise.live.sums.AskedSizes;
import io.slicewise.mig.Profile;
import io.slicewise.planning.size.SizeAnswer;
import io.slicewise.planning.size.SizeAnswer.Reason;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.planning.size.SizeSentences;
import io.slicewise.planning.size.SizedInstance;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Naming;
import io.slicewise.usage.timeline.Timeline;
import io.slicewise.work.Cancel;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code size RANGE}: whether instances are of the right size, by what was recorded. */
record SizeCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    private static final Pattern FULL = Pattern.compile("(\\d{1,2})g(?:\\.\\S*)?=(\\S+)");
    private static final int DECIMALS = 2;

    @Override
    public String name() {
        return "size";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        CommandSpec spec = options.opened(options.command(name(), "worth.help.size")
                .addPositional(options.strings("FILE", "0..*", false, "cli.help.files")));
        spec.addOption(options.string(CommandOptions.PROMETHEUS, "URL", "worth.help.sizeServer"))
                .addOption(options.string(CommandOptions.FROM, "TIME", "worth.help.sizeFrom"))
                .addOption(options.string(CommandOptions.TO, "TIME", "cli.help.to"))
                .addOption(options.string(CommandOptions.STEP, "LENGTH", "cli.help.step"));
        return options.sizing(options.mayRefuse(options.server(spec), "worth.help.exit0"));
    }

    @Override
    public int run(ParseResult command) {
        SizeRules rules = rules(command);
        String url = command.matchedOptionValue(CommandOptions.PROMETHEUS, "");
        if (url.isEmpty() == Cli.arguments(command).isEmpty()) {
            throw new UsageException(Text.of("cli.usage.either", "FILE", CommandOptions.PROMETHEUS));
        }
        return url.isEmpty() ? files(command, rules) : server(command, url, rules);
    }

    private int server(ParseResult command, String url, SizeRules rules) {
        Optional<SizeReading> reading =
                new LiveSizes(terminal, folders, words, InstantSource.system()).read(command, url, rules);
        if (reading.isEmpty()) {
            return Cli.FAILED;
        }
        int end = print(command, reading.get().sizes(), rules);
        if (reading.get() instanceof SizeReading.Asked asked && !command.hasMatchedOption(CommandOptions.JSON)) {
            AskedSizes all = asked.asked();
            terminal.out().println();
            terminal.out().println(words.say("worth.size.gpus", all.gpusNeeded(), all.gpus()));
            terminal.out().println(words.say("worth.replay.lost", new Percent(all.lostShare())));
            terminal.out().flush();
        }
        return end;
    }

    private int files(ParseResult command, SizeRules rules) {
        OpenedFiles opened = OpenedFiles.of(command, terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        List<SizedInstance> all = new ArrayList<>();
        for (Part part : opened.ranges()) {
            Timeline timeline = part.timeline();
            if (timeline != null) {
                all.addAll(SizedInstance.of(timeline, rules, Cancel.NEVER));
            }
        }
        return print(command, all, rules);
    }

    private int print(ParseResult command, List<SizedInstance> all, SizeRules rules) {
        if (all.isEmpty()) {
            terminal.err().println(words.say("worth.noRange"));
            return Cli.IMPOSSIBLE;
        }
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            Json.print(json(all, rules), terminal.out());
        } else {
            terminal.out()
                    .println(words.say(
                            "worth.size.rules",
                            new Percent(rules.quantile()),
                            new Percent(rules.target()),
                            new Percent(rules.margin())));
            terminal.out().println();
            table(all).forEach(terminal.out()::println);
        }
        terminal.out().flush();
        if (all.stream().anyMatch(one -> one.answer().reason() == Reason.SATURATED)) {
            terminal.err().println(words.say("worth.size.saturated", CommandOptions.FULL));
        }
        boolean refused = all.stream().allMatch(one -> one.answer().verdict() == Verdict.NO_ANSWER);
        if (refused) {
            terminal.err().println(words.say("worth.size.refused"));
        }
        return refused ? Cli.IMPOSSIBLE : Cli.OK;
    }

    /** The rules of a command. */
    static SizeRules rules(ParseResult command) {
        SizeRules usual = SizeRules.USUAL;
        Map<Integer, Double> full = new HashMap<>();
        for (String option : command.matchedOptionValue(CommandOptions.FULL, List.<String>of())) {
            Matcher parts = FULL.matcher(option.strip());
            double reading = parts.matches() ? Ratios.ratio(CommandOptions.FULL, parts.group(2)) : 0;
            if (!(reading > 0 && reading <= 1)) {
                throw new UsageException(Text.of("cli.usage.value", CommandOptions.FULL, option, "2g=0.5, 3g=33%"));
            }
            full.put(Integer.valueOf(parts.group(1)), reading);
        }
        String margin = command.matchedOptionValue(CommandOptions.MARGIN, (String) null);
        return new SizeRules(
                Ratios.part(command, CommandOptions.QUANTILE, usual.quantile()),
                Ratios.part(command, CommandOptions.TARGET, usual.target()),
                margin == null ? usual.margin() : Ratios.ratio(CommandOptions.MARGIN, margin),
                full);
    }

    private List<String> table(List<SizedInstance> all) {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.gpu")),
                TextTable.text(words.say("cli.column.instance")),
                TextTable.text(words.say("cli.column.profile")),
                TextTable.number(words.say("worth.column.quantile")),
                TextTable.number(words.say("worth.column.slices")),
                TextTable.number(words.say("worth.column.gib")),
                TextTable.text(words.say("worth.column.verdict"))));
        Naming naming =
                Naming.of(all.stream().map(SizedInstance::gpu).distinct().toList());
        for (SizedInstance one : all) {
            table.row(List.of(
                    naming.gpu(one.gpu()),
                    Called.of(one.instance()),
                    one.instance().profile().name(),
                    Numbers.percent(one.use().quantile(), words.language()),
                    Numbers.decimal(one.answer().slices(), DECIMALS),
                    Numbers.decimal(one.answer().gib(), DECIMALS),
                    words.say(SizeSentences.verdict(one))));
        }
        return table.lines();
    }

    private static ObjectNode json(List<SizedInstance> all, SizeRules rules) {
        ObjectNode root = Json.document();
        root.put("quantile", rules.quantile());
        root.put("target", rules.target());
        root.put("margin", rules.margin());
        ArrayNode instances = root.putArray("instances");
        for (SizedInstance one : all) {
            SizeAnswer answer = one.answer();
            Profile smallest = answer.smallest();
            ObjectNode node = instances
                    .addObject()
                    .put("gpu", one.gpu().id())
                    .put("id", one.instance().id())
                    .put("profile", one.instance().profile().name())
                    .put("verdict", code(answer.verdict()))
                    .put("why", answer.reason() == Reason.NONE ? null : code(answer.reason()))
                    .put("smallest", smallest == null ? null : smallest.name());
            Json.put(node, "utilization", one.use().quantile());
            Json.put(node, "slices", answer.slices());
            Json.put(node, "gib", answer.gib());
        }
        return root;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
