package io.slicewise.cli;

import io.slicewise.document.Input;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The files of a command. */
final class Inputs {
    private Inputs() {}

    /** What is to be opened; a file whose name cannot be one becomes a problem. */
    static List<Input> of(List<String> files, Terminal terminal, List<Problem> problems) {
        List<Input> inputs = new ArrayList<>();
        for (String file : files) {
            try {
                inputs.add(
                        file.equals(AveragesCommand.STANDARD_INPUT)
                                ? Input.of("stdin", terminal.in())
                                : Input.of(Path.of(file)));
            } catch (InvalidPathException e) {
                problems.add(Problem.error(Where.file(file), Text.of("cli.path", e.getReason())));
            }
        }
        return inputs;
    }

    /** The weights of the documents where they agree; the basis that was asked for goes before theirs. */
    static Weights weights(Optional<WeightBasis> basis, List<Weights> documents, Where where, List<Problem> problems) {
        List<Weights> different =
                documents.size() < 2 ? documents : documents.stream().distinct().toList();
        Weights agreed = different.size() == 1 ? different.getFirst() : Weights.DEFAULT;
        if (different.size() > 1 && basis.isEmpty()) {
            problems.add(Problem.info(where, Text.of("cli.differentWeights", CommandOptions.BASIS)));
        }
        return basis.map(agreed::withBasis).orElse(agreed);
    }
}
