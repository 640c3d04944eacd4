package io.slicewise.cli;

import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/** Shows problems. */
final class Problems {
    private Problems() {}

    /** One line each: how bad, where, what, and what can be done. */
    static void print(List<Problem> problems, Messages words, TerminalOutput out) {
        for (Problem problem : problems) {
            String severity = words.say("cli.severity." + code(problem));
            out.println(words.say("cli.problem", severity, problem.where().toString(), problem.message()));
        }
        out.flush();
    }

    /** The property of a document that tells of them. */
    static void write(JsonGenerator json, List<Problem> problems, Messages words) {
        json.writeArrayPropertyStart("problems");
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("severity", code(problem));
            json.writeStringProperty("kind", problem.message().kind());
            json.writeNumberProperty("count", problem.count());
            json.writeStringProperty("where", problem.where().toString());
            json.writeStringProperty("message", words.say(problem.message()));
            json.writeEndObject();
        }
        json.writeEndArray();
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
