package io.slicewise.cli;

import io.slicewise.document.AppFolders;
import io.slicewise.document.Opener;
import io.slicewise.promql.check.Checker;
import io.slicewise.promql.check.Finding;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Where;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code check FILE…}: what is wrong with the queries of dashboards and rule files, and how they would be right. */
record CheckCommand(Terminal terminal, AppFolders folders, Messages words) {
    int run(ParseResult command) {
        List<String> documents = command.matchedOptionValue(Commands.FOR, List.of());
        OpenedFleet opened = OpenedFleet.of(command, documents, terminal, folders);
        Checker checker = new Checker(opened.hardware());
        List<Finding> findings = new ArrayList<>();
        List<Problem> problems = new ArrayList<>(Problems.errors(opened.problems()));
        int queries = 0;
        for (String file : Cli.arguments(command)) {
            String text = read(file, problems);
            if (text != null) {
                Checker.Report report = checker.check(file.equals("-") ? "stdin" : file, text);
                findings.addAll(report.findings());
                problems.addAll(report.problems());
                queries += report.queries();
            }
        }
        if (command.hasMatchedOption(Commands.JSON)) {
            json(findings, problems, queries);
        } else {
            lines(findings, queries);
            terminal.out().flush();
            Problems.print(problems, words, terminal.err());
        }
        boolean isBad = command.hasMatchedOption(Commands.FAIL)
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

    private void lines(List<Finding> findings, int queries) {
        if (!findings.isEmpty()) {
            TextTable table = new TextTable(List.of(
                    TextTable.text(words.say("promql.cli.column.severity")),
                    TextTable.text(words.say("promql.cli.column.kind")),
                    TextTable.text(words.say("promql.cli.column.place")),
                    TextTable.text(words.say("promql.cli.column.where"))));
            for (Finding finding : findings) {
                table.row(List.of(
                        words.say("cli.severity." + code(finding)),
                        finding.id(),
                        finding.title(),
                        finding.where().toString()));
            }
            table.lines().forEach(terminal.out()::println);
        }
        for (Finding finding : findings) {
            terminal.out().println();
            terminal.out().println(finding.where() + (finding.title().isEmpty() ? "" : " (" + finding.title() + ")"));
            terminal.out().println(words.say(finding.message()));
            finding.part().lines().forEach(line -> terminal.out().println("  " + line));
            if (!finding.repaired().isEmpty()) {
                terminal.out().println(words.say("promql.cli.repaired"));
                finding.repaired().lines().forEach(line -> terminal.out().println("  " + line));
            }
        }
        if (!findings.isEmpty()) {
            terminal.out().println();
        }
        terminal.out().println(words.say("promql.cli.checked", queries, findings.size()));
    }

    private void json(List<Finding> findings, List<Problem> problems, int queries) {
        ObjectNode document = Json.document();
        document.put("queries", queries);
        ArrayNode list = document.putArray("findings");
        for (Finding finding : findings) {
            list.addObject()
                    .put("id", finding.id())
                    .put("severity", code(finding))
                    .put("where", finding.where().toString())
                    .put("title", finding.title())
                    .put("part", finding.part())
                    .put("message", words.say(finding.message()))
                    .put("repaired", finding.repaired());
        }
        Problems.write(problems, words, document.putArray("problems"));
        Json.print(document, terminal.out());
    }

    private static String code(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }
}
