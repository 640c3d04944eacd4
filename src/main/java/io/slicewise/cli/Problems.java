package io.slicewise.cli;

import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;

/** Shows problems. */
final class Problems {
    private Problems() {}

    /** One line each: how bad, where, what, and what can be done. */
    static void print(List<Problem> problems, Messages words, PrintStream out) {
        for (Problem problem : problems) {
            String severity = words.say("cli.severity." + code(problem));
            out.println(words.say("cli.problem", severity, problem.where().toString(), problem.message()));
        }
    }

    static void write(List<Problem> problems, Messages words, ArrayNode list) {
        for (Problem problem : problems) {
            list.addObject()
                    .put("severity", code(problem))
                    .put("kind", problem.message().kind())
                    .put("count", problem.count())
                    .put("where", problem.where().toString())
                    .put("message", words.say(problem.message()));
        }
    }

    static List<Problem> errors(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR)
                .toList();
    }

    private static String code(Problem problem) {
        return problem.severity().name().toLowerCase(Locale.ROOT);
    }
}
