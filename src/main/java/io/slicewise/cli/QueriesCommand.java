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
import io.slicewise.promql.query.Names;
import io.slicewise.promql.query.QueryPlan;
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
import picocli.CommandLine.ParseResult;

/** {@code queries [FILE…]}: the figures as queries, rules, tests and a dashboard for somebody's own monitoring. */
record QueriesCommand(Terminal terminal, AppFolders folders, Messages words) {
    int run(ParseResult command) {
        List<String> files = Cli.arguments(command);
        Metrics metrics = Metrics.of(command.matchedOptionValue(Commands.METRIC, ""));
        AlertThresholds limits = AlertLimits.of(command);
        OpenedFleet opened = OpenedFleet.of(command, files, terminal, folders)
                .of(metrics.reading(), command.hasMatchedOption(Commands.BASIS));
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
        boolean isPercent = command.hasMatchedOption(Commands.PERCENT);
        List<String> files = Cli.arguments(command);
        String title = files.isEmpty()
                ? words.say("promql.cli.anyHardware")
                : String.join(", ", files.stream().map(QueriesCommand::fileName).toList());
        List<Level> levels = new ArrayList<>(List.of(Level.model(names)));
        for (String label : command.matchedOptionValue(Commands.BY, List.<String>of())) {
            levels.add(level(label, names));
        }
        return new Request(title, new QueryPlan(hardware, names, isPercent, filters), levels, limits)
                .with(delivery(command));
    }

    private static Delivery delivery(ParseResult command) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String label : command.matchedOptionValue(Commands.RULE_LABEL, List.<String>of())) {
            int equals = label.indexOf('=');
            if (equals <= 0 || equals == label.length() - 1) {
                throw new UsageException(Text.of("promql.cli.ruleLabel", Commands.RULE_LABEL, label));
            }
            labels.put(
                    label.substring(0, equals).strip(),
                    label.substring(equals + 1).strip());
        }
        return Delivery.USUAL
                .withLabels(labels)
                .withRunbook(command.matchedOptionValue(Commands.RUNBOOK, "").strip())
                .withInline(command.hasMatchedOption(Commands.INLINE));
    }

    private static Level level(String label, Names names) {
        return switch (label) {
            case "gpu" -> Level.gpu(names);
            case Names.NAMESPACE -> Level.namespace(names);
            default -> Level.label(names.label(label));
        };
    }

    private int write(ParseResult command, Request request, OpenedFleet opened) {
        String folder = command.matchedOptionValue(Commands.OUT, (String) null);
        if (folder == null) {
            terminal.out().print(Bundle.queries(request, words));
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
        if (command.hasMatchedOption(Commands.LOWER_CASE)) {
            names = names.lowerCase();
        }
        for (String label : command.matchedOptionValue(Commands.LABEL, List.<String>of())) {
            int equals = label.indexOf('=');
            if (equals <= 0 || equals == label.length() - 1) {
                throw new UsageException(Text.of("promql.cli.label", Commands.LABEL, label));
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
                    .filter(reading -> reading != ReadingKind.MEMORY)
                    .orElseThrow(() -> new UsageException(Text.of(
                            "cli.usage.value",
                            Commands.METRIC,
                            text,
                            "old, new, both, engine, sm, tensor, bandwidth")));
        }
    }

    private static List<Filter> filters(ParseResult command, Names names) {
        List<Filter> filters = new ArrayList<>();
        for (String text : command.matchedOptionValue(Commands.MATCH, List.<String>of())) {
            Optional<Filter> filter = Filter.read(text, names);
            filters.add(
                    filter.orElseThrow(() -> new UsageException(Text.of("promql.cli.match", Commands.MATCH, text))));
        }
        return filters;
    }
}
