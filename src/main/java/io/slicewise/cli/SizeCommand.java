package io.slicewise.cli;

import io.slicewise.cli.OpenedFiles.Part;
import io.slicewise.document.AppFolders;
import io.slicewise.mig.GpuModel;
import io.slicewise.mig.Profile;
import io.slicewise.planning.size.RecordedUse;
import io.slicewise.planning.size.SizeAnswer;
import io.slicewise.planning.size.SizeAnswer.Reason;
import io.slicewise.planning.size.SizeAnswer.Verdict;
import io.slicewise.planning.size.SizeRules;
import io.slicewise.text.Messages;
import io.slicewise.text.Numbers;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.timeline.GpuTrack;
import io.slicewise.usage.timeline.InstanceTrack;
import io.slicewise.usage.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code size RANGE}: whether instances are of the right size, by what was recorded. */
record SizeCommand(Terminal terminal, AppFolders folders, Messages words) {
    private static final Pattern FULL = Pattern.compile("(\\d{1,2})g(?:\\.\\S*)?=(\\S+)");
    private static final int DECIMALS = 2;

    /** What is said of an instance. */
    private record Sized(GpuTrack gpu, InstanceTrack track, RecordedUse use, SizeAnswer answer) {}

    int run(ParseResult command) {
        SizeRules rules = rules(command);
        OpenedFiles opened = OpenedFiles.of(command, terminal, folders);
        Problems.print(opened.problems(), words, terminal.err());
        if (opened.failed()) {
            return Cli.FAILED;
        }
        List<Sized> all = new ArrayList<>();
        for (Part part : opened.ranges()) {
            Timeline timeline = part.timeline();
            if (timeline != null) {
                all.addAll(sized(timeline, rules));
            }
        }
        if (all.isEmpty()) {
            terminal.err().println(words.say("worth.noRange"));
            return Cli.IMPOSSIBLE;
        }
        if (command.hasMatchedOption(Commands.JSON)) {
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
        for (String option : command.matchedOptionValue(Commands.FULL, List.<String>of())) {
            Matcher parts = FULL.matcher(option.strip());
            double reading = parts.matches() ? Ratios.ratio(Commands.FULL, parts.group(2)) : 0;
            if (!(reading > 0 && reading <= 1)) {
                throw new UsageException(Text.of("cli.usage.value", Commands.FULL, option, "2g=0.5, 3g=33%"));
            }
            full.put(Integer.valueOf(parts.group(1)), reading);
        }
        String margin = command.matchedOptionValue(Commands.MARGIN, (String) null);
        return new SizeRules(
                Ratios.part(command, Commands.QUANTILE, usual.quantile()),
                Ratios.part(command, Commands.TARGET, usual.target()),
                margin == null ? usual.margin() : Ratios.ratio(Commands.MARGIN, margin),
                full);
    }

    private static List<Sized> sized(Timeline timeline, SizeRules rules) {
        List<Sized> all = new ArrayList<>();
        for (GpuTrack gpu : timeline.gpus()) {
            for (InstanceTrack track : gpu.instances()) {
                if (track.existsAt(timeline.end() - 1)) {
                    RecordedUse use = use(timeline, track, rules);
                    answer(gpu, track, use, rules).ifPresent(it -> all.add(new Sized(gpu, track, use, it)));
                }
            }
        }
        return all;
    }

    /** What is said of one instance; empty where its model is not known. */
    static Optional<SizeAnswer> answer(Timeline timeline, GpuTrack gpu, InstanceTrack track, SizeRules rules) {
        return answer(gpu, track, use(timeline, track, rules), rules);
    }

    private static Optional<SizeAnswer> answer(GpuTrack gpu, InstanceTrack track, RecordedUse use, SizeRules rules) {
        GpuModel model = gpu.gpu().model();
        return model == null
                ? Optional.empty()
                : Optional.of(SizeAnswer.of(model, track.instance().profile(), use, rules));
    }

    private static RecordedUse use(Timeline timeline, InstanceTrack track, SizeRules rules) {
        double[] readings = new double[track.samples().count()];
        int[] next = {0};
        track.samples().each((_, value) -> {
            if (!Double.isNaN(value)) {
                readings[next[0]++] = value;
            }
        });
        long recorded = readings.length == 0
                ? 0
                : track.samples().last() - track.samples().first() + timeline.step();
        return RecordedUse.of(
                readings,
                track.instance().profile().computeSlices(),
                rules.quantile(),
                track.mostMemoryMib(),
                recorded);
    }

    private List<String> table(List<Sized> all) {
        TextTable table = new TextTable(List.of(
                TextTable.text(words.say("cli.column.gpu")),
                TextTable.text(words.say("cli.column.instance")),
                TextTable.text(words.say("cli.column.profile")),
                TextTable.number(words.say("worth.column.quantile")),
                TextTable.number(words.say("worth.column.slices")),
                TextTable.number(words.say("worth.column.gib")),
                TextTable.text(words.say("worth.column.verdict"))));
        for (Sized one : all) {
            table.row(List.of(
                    one.gpu().gpu().nameOnHost(),
                    Called.of(one.track().instance()),
                    one.track().instance().profile().name(),
                    Numbers.percent(one.use().quantile(), words.language()),
                    Numbers.decimal(one.answer().slices(), DECIMALS),
                    Numbers.decimal(one.answer().gib(), DECIMALS),
                    words.say(said(one))));
        }
        return table.lines();
    }

    private static Text said(Sized one) {
        SizeAnswer answer = one.answer();
        Profile smallest = answer.smallest();
        String name = smallest == null ? Numbers.NONE : smallest.name();
        int slices = one.track().instance().profile().computeSlices();
        return switch (answer.verdict()) {
            case FITS -> Text.of("worth.size.fits");
            case TOO_LARGE -> Text.of("worth.size.tooLarge", name);
            case TOO_SMALL ->
                answer.reason() == Reason.NOTHING_LARGER
                        ? Text.of("worth.size.nothingLarger")
                        : Text.of("worth.size.tooSmall", name);
            case NO_ANSWER -> Text.of("worth.size.noAnswer", why(answer.reason(), slices));
        };
    }

    private static Text why(Reason reason, int slices) {
        return switch (reason) {
            case SATURATED -> Text.of("worth.size.saturated", slices);
            case NO_MEMORY -> Text.of("worth.size.noMemory");
            case TOO_SHORT -> Text.of("worth.size.tooShort", SizeAnswer.LEAST.toHours());
            case OUTSIDE -> Text.of("worth.size.outside");
            case NO_READING, NONE, NOTHING_LARGER -> Text.of("worth.size.noReading");
        };
    }

    private static ObjectNode json(List<Sized> all, SizeRules rules) {
        ObjectNode root = Json.document();
        root.put("quantile", rules.quantile());
        root.put("target", rules.target());
        root.put("margin", rules.margin());
        ArrayNode instances = root.putArray("instances");
        for (Sized one : all) {
            SizeAnswer answer = one.answer();
            Profile smallest = answer.smallest();
            ObjectNode node = instances
                    .addObject()
                    .put("gpu", one.gpu().gpu().id())
                    .put("id", one.track().ref().instance())
                    .put("profile", one.track().instance().profile().name())
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
