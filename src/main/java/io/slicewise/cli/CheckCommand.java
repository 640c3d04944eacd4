package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Opener;
import io.slicewise.json.AtomicFile;
import io.slicewise.promql.check.Checker;
import io.slicewise.promql.check.QueryFinding;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.core.JsonGenerator;

/** {@code check FILE…}: what is wrong with the queries of dashboards and rule files, and how they would be right. */
record CheckCommand(Terminal terminal, AppFolders folders, Messages words) implements Command {
    /** As many places of one finding as anyone reads. */
    private static final int PLACES = 10;

    @Override
    public String name() {
        return "check";
    }

    @Override
    public CommandSpec described(CommandOptions options) {
        return options.figures(options.command(name(), "promql.cli.help.check"))
                .addPositional(options.strings("FILE", "0..*", true, "promql.cli.help.checkFiles"))
                .addOption(options.flag(CommandOptions.JSON, "promql.cli.help.checkJson"))
                .addOption(options.strings(CommandOptions.FOR, "FILE", "promql.cli.help.for"))
                .addOption(options.flag(CommandOptions.FIX, "promql.cli.help.fix"))
                .addOption(options.flag(CommandOptions.FAIL, "promql.cli.help.fail"));
    }

    @Override
    public int run(ParseResult command) {
        List<String> documents = command.matchedOptionValue(CommandOptions.FOR, List.of());
        OpenedFleet opened = OpenedFleet.of(command, documents, terminal, folders);
        Checker checker = new Checker(opened.hardware(), opened.fleet().instanceCount() > 0);
        List<QueryFinding> findings = new ArrayList<>();
        List<Checker.Group> groups = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(Problems.errors(opened.problems()));
        int queries = 0;
        for (String file : Cli.arguments(command)) {
            String text = read(file, problems);
            if (text != null) {
                String name = file.equals("-") ? "stdin" : file;
                Checker.Report report = checker.check(name, text);
                if (command.hasMatchedOption(CommandOptions.FIX)) {
                    fix(file, text, checker.fixed(name, text), problems);
                }
                groups.addAll(report.groups());
                findings.addAll(report.findings());
                problems.addAll(report.problems());
                queries += report.queries();
            }
        }
        if (command.hasMatchedOption(CommandOptions.JSON)) {
            int checked = queries;
            Json.print(document -> json(document, groups, problems, checked), terminal.out());
        } else {
            lines(groups, queries, findings.size());
            terminal.out().flush();
            Problems.print(problems, words, terminal.err());
        }
        boolean isBad = command.hasMatchedOption(CommandOptions.FAIL)
                && findings.stream().anyMatch(finding -> finding.severity() != Problem.Severity.INFO);
        return isBad || !Problems.errors(problems).isEmpty() ? Cli.FAILED : Cli.OK;
    }

    private @Nullable String read(String file, List<Problem> problems) {
        try {
            return file.equals("-")
                    ? new String(terminal.in().readAllBytes(), StandardCharsets.UTF_8)
                    : new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            problems.add(Problem.error(Where.file(file), Opener.why(e)));
        }
        return null;
    }

    /** Beside what was checked, never over a file that is there already and says something else. */
    private void fix(String file, String text, String fixed, List<Problem> problems) {
        if (file.equals("-") || fixed.equals(text)) {
            return;
        }
        Path path = Path.of(file);
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        Path beside = path.resolveSibling(
                dot <= 0 ? name + ".repaired" : name.substring(0, dot) + ".repaired" + name.substring(dot));
        try {
            byte[] bytes = fixed.getBytes(StandardCharsets.UTF_8);
            if (!Files.exists(beside)) {
                AtomicFile.write(beside, bytes);
            } else if (!Arrays.equals(Files.readAllBytes(beside), bytes)) {
                problems.add(Problem.error(Where.file(beside.toString()), Text.of("promql.cli.fixExists")));
                return;
            }
            terminal.err().println(words.say("promql.cli.fixed", file, beside.toString()));
            terminal.err().flush();
        } catch (IOException e) {
            problems.add(Problem.error(
                    Where.file(beside.toString()), Text.of("document.system", String.valueOf(e.getMessage()))));
        }
    }

    private void lines(List<Checker.Group> groups, int queries, int findings) {
        if (!groups.isEmpty()) {
            TextTable table = new TextTable(List.of(
                    TextTable.text(words.say("promql.cli.column.severity")),
                    TextTable.text(words.say("promql.cli.column.kind")),
                    TextTable.text(words.say("promql.cli.column.place")),
                    TextTable.text(words.say("promql.cli.column.where"))));
            for (Checker.Group group : groups) {
                QueryFinding first = group.first();
                String where = first.where().toString();
                table.row(List.of(
                        words.say("cli.severity." + code(first)),
                        first.id(),
                        first.title(),
                        group.all().size() == 1
                                ? where
                                : words.say(
                                        "promql.cli.andPlaces",
                                        where,
                                        group.all().size() - 1)));
            }
            table.lines().forEach(terminal.out()::println);
        }
        groups.forEach(this::detail);
        if (!groups.isEmpty()) {
            terminal.out().println();
        }
        terminal.out().println(words.say("promql.cli.checked", queries, findings));
    }

    private void detail(Checker.Group group) {
        terminal.out().println();
        for (QueryFinding one :
                group.all().subList(0, Math.min(PLACES, group.all().size()))) {
            terminal.out().println(one.where() + (one.title().isEmpty() ? "" : " (" + one.title() + ")"));
        }
        if (group.all().size() > PLACES) {
            terminal.out()
                    .println(words.say("promql.cli.morePlaces", group.all().size() - PLACES));
        }
        QueryFinding first = group.first();
        terminal.out().println(words.say(first.message()));
        terminal.out().println("  " + first.part());
        if (!first.repaired().isEmpty()) {
            terminal.out().println(words.say("promql.cli.repaired"));
            first.repaired().lines().forEach(line -> terminal.out().println("  " + line));
        }
    }

    private void json(JsonGenerator json, List<Checker.Group> groups, List<Problem> problems, int queries) {
        json.writeNumberProperty("queries", queries);
        json.writeArrayPropertyStart("findings");
        for (Checker.Group group : groups) {
            QueryFinding first = group.first();
            json.writeStartObject();
            json.writeStringProperty("id", first.id());
            json.writeStringProperty("severity", code(first));
            json.writeStringProperty("where", first.where().toString());
            json.writeStringProperty("title", first.title());
            json.writeStringProperty("part", first.part());
            json.writeStringProperty("message", words.say(first.message()));
            json.writeStringProperty("repaired", first.repaired());
            json.writeArrayPropertyStart("places");
            for (QueryFinding place : group.all()) {
                json.writeStartObject();
                json.writeStringProperty("where", place.where().toString());
                json.writeStringProperty("title", place.title());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        Problems.write(json, problems, words);
    }

    private static String code(QueryFinding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
