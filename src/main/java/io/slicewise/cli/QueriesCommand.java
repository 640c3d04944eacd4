package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Opener;
import io.slicewise.fleet.ReadingKind;
import io.slicewise.json.AtomicFile;
import io.slicewise.promql.output.Bundle;
import io.slicewise.promql.output.Delivery;
import io.slicewise.promql.output.Request;
import io.slicewise.promql.query.AlertThresholds;
import io.slicewise.promql.query.Filter;
import io.slicewise.promql.query.Hardware;
import io.slicewise.promql.query.Level;
import io.slicewise.promql.query.Limit;
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
import io.slicewise.promql.query.QueryWeights;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code queries [FILE…]}: the figures as queries, rules, tests and a dashboard for somebody's own monitoring. */
record QueriesCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    @Override
    public String name() {
        return "queries";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        CommandSpec spec = options.figures(options.command(name(), "promql.cli.help.queries"))
                .addPositional(options.strings("FILE", "0..*", false, "promql.cli.help.queriesFiles"))
                .addOption(options.string(CommandOptions.OUT, "DIR", "promql.cli.help.out"))
                .addOption(options.strings(CommandOptions.MAP, "COLUMN=GPU/INSTANCE/PROFILE", "cli.help.map"))
                .addOption(options.string(CommandOptions.CONFIG, "NAME", "cli.help.config"))
                .addOption(options.string(
                        CommandOptions.METRIC, "engine|sm|tensor|bandwidth,old|new|both", "promql.cli.help.metric"))
                .addOption(options.flag(CommandOptions.LOWER_CASE, "promql.cli.help.lowerCase"))
                .addOption(options.flag(CommandOptions.PERCENT, "promql.cli.help.percent"))
                .addOption(options.strings(CommandOptions.MATCH, "LABEL=VALUE", "promql.cli.help.match"))
                .addOption(options.strings(CommandOptions.BY, "LABEL", "promql.cli.help.by"))
                .addOption(options.strings(CommandOptions.LABEL, "DCGM=THERE", "promql.cli.help.label"))
                .addOption(options.strings(CommandOptions.RULE_LABEL, "NAME=VALUE", "promql.cli.help.ruleLabel"))
                .addOption(options.string(CommandOptions.RUNBOOK, "URL", "promql.cli.help.runbook"))
                .addOption(options.flag(CommandOptions.INLINE, "promql.cli.help.inline"));
        for (Limit limit : Limit.values()) {
            String label = limit.unit() == Limit.Unit.PERCENT ? "PERCENT" : "LENGTH";
            spec.addOption(options.string(AlertLimits.option(limit), label, "promql.cli.help.limit." + limit.id()));
        }
        return spec;
    }

    @Override
    public int run(ParseResult command) {
        List<String> files = Cli.arguments(command);
        Metrics metrics = Metrics.of(command.matchedOptionValue(CommandOptions.METRIC, ""));
        AlertThresholds limits = AlertLimits.of(command);
        OpenedFleet opened = OpenedFleet.of(command, files, terminal, folders)
                .of(metrics.reading(), command.hasMatchedOption(CommandOptions.BASIS));
        Names names = names(command, metrics.name(), opened.weights().reading());
        List<Filter> filters = filters(command, names);
        boolean nothing = opened.failed() && opened.fleet().gpus().isEmpty();
        int code = nothing ? Cli.FAILED : write(command, request(command, opened, names, filters, limits), opened);
        Problems.print(opened.problems(), words, terminal.err());
        return opened.failed() ? Cli.FAILED : code;
    }

    private Request request(
            ParseResult command, OpenedFleet opened, Names names, List<Filter> filters, AlertThresholds limits) {
        Hardware hardware = opened.hardware();
        boolean isPercent = command.hasMatchedOption(CommandOptions.PERCENT);
        List<String> files = Cli.arguments(command);
        String title = files.isEmpty()
                ? words.say("promql.cli.anyHardware")
                : String.join(", ", files.stream().map(QueriesCommand::fileName).toList());
        List<Level> levels = new ArrayList<>(List.of(Level.model(names)));
        for (String label : command.matchedOptionValue(CommandOptions.BY, List.<String>of())) {
            levels.add(level(label, names));
        }
        return new Request(title, new QueryPlan(hardware, names, isPercent, filters), levels, limits)
                .with(delivery(command));
    }

    private static Delivery delivery(ParseResult command) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : command.matchedOptionValue(CommandOptions.RULE_LABEL, List.<String>of())) {
            int equals = label.indexOf('=');
            if (equals <= 0 || equals == label.length() - 1) {
                throw new UsageException(Text.of("promql.cli.ruleLabel", CommandOptions.RULE_LABEL, label));
            }
            labels.put(
                    label.substring(0, equals).strip(),
                    label.substring(equals + 1).strip());
        }
        return Delivery.USUAL
                .withLabels(labels)
                .withRunbook(
                        command.matchedOptionValue(CommandOptions.RUNBOOK, "").strip())
                .withInline(command.hasMatchedOption(CommandOptions.INLINE));
    }

    private static Level level(String label, Names names) {
        return switch (label) {
            case "gpu" -> Level.gpu(names);
            case Names.NAMESPACE -> Level.namespace(names);
            default -> Level.label(names.label(label));
        };
    }

    private int write(ParseResult command, Request request, OpenedFleet opened) {
        String folder = command.matchedOptionValue(CommandOptions.OUT, (String) null);
        if (folder == null) {
            terminal.out().print(Bundle.queries(request.sized(opened.fleet()), words));
            terminal.out().flush();
            return Cli.OK;
        }
        try {
            Path out = Path.of(folder);
            for (Map.Entry<String, String> file :
                    Bundle.of(request, opened.fleet(), words).entrySet()) {
                Path path = out.resolve(file.getKey());
                AtomicFile.write(path, file.getValue().getBytes(StandardCharsets.UTF_8));
                terminal.out().println(path);
            }
            terminal.out().flush();
            return Cli.OK;
        } catch (IOException | InvalidPathException e) {
            terminal.err().println(words.say("promql.cli.notWritten", folder, Opener.why(e)));
            return Cli.FAILED;
        }
    }

    private static String fileName(String file) {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    private static Names names(ParseResult command, Names.Metric metric, ReadingKind reading) {
        Names names = Names.DCGM.with(metric, reading);
        if (command.hasMatchedOption(CommandOptions.LOWER_CASE)) {
            names = names.lowerCase();
        }
        for (String label : command.matchedOptionValue(CommandOptions.LABEL, List.<String>of())) {
            int equals = label.indexOf('=');
            if (equals <= 0 || equals == label.length() - 1) {
                throw new UsageException(Text.of("promql.cli.label", CommandOptions.LABEL, label));
            }
            names = names.withLabel(
                    label.substring(0, equals).strip(),
                    label.substring(equals + 1).strip());
        }
        return names;
    }

    /**
     * What {@code --metric} says: a reading, which of its names, or both with a comma between them.
     *
     * @param reading the reading; empty leaves the document's
     */
    private record Metrics(Names.Metric name, Optional<ReadingKind> reading) {
        static Metrics of(String text) {
            Names.Metric name = Names.Metric.OLD;
            Optional<ReadingKind> reading = Optional.empty();
            for (String word : text.isBlank() ? new String[0] : text.split(",")) {
                switch (word.strip()) {
                    case "old" -> name = Names.Metric.OLD;
                    case "new" -> name = Names.Metric.NEW;
                    case "both" -> name = Names.Metric.BOTH;
                    case String other -> reading = Optional.of(reading(other, text));
                }
            }
            return new Metrics(name, reading);
        }

        private static ReadingKind reading(String word, String text) {
            return ReadingKind.of(word)
                    .filter(QueryWeights::isServed)
                    .orElseThrow(() -> new UsageException(Text.of(
                            "cli.usage.value",
                            CommandOptions.METRIC,
                            text,
                            "old, new, both, engine, sm, tensor, bandwidth")));
        }
    }

    private static List<Filter> filters(ParseResult command, Names names) {
        List<Filter> filters = new ArrayList<>();
        for (String text : command.matchedOptionValue(CommandOptions.MATCH, List.<String>of())) {
            Optional<Filter> filter = Filter.read(text, names);
            filters.add(filter.orElseThrow(
                    () -> new UsageException(Text.of("promql.cli.match", CommandOptions.MATCH, text))));
        }
        return filters;
    }
}
