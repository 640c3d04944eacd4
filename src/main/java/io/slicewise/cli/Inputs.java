package io.slicewise.cli;

import io.slicewise.document.Opened;
import io.slicewise.document.Opened.NotOpened;
import io.slicewise.document.Opener;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.WeightBasis;
import io.slicewise.usage.Weights;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files of a command.
 *
 * @param terminal where {@code -} reads
 * @param opener opens them
 */
record Inputs(Terminal terminal, Opener opener) {
    private static final String STANDARD_INPUT = "-";

    Opened open(String file) {
        if (file.equals(STANDARD_INPUT)) {
            return opener.open("stdin", terminal.in());
        }
        try {
            return opener.open(Path.of(file));
        } catch (InvalidPathException e) {
            return new NotOpened(List.of(Problem.error(Where.file(file), Text.of("cli.path", e.getReason()))));
        }
    }

    /** The weights of the documents where they agree; the basis that was asked for goes before theirs. */
    static Weights weights(Optional<WeightBasis> basis, List<Weights> documents, Where where, List<Problem> problems) {
        List<Weights> different = documents.stream().distinct().toList();
        Weights agreed = different.size() == 1 ? different.getFirst() : Weights.DEFAULT;
        if (different.size() > 1 && basis.isEmpty()) {
            problems.add(Problem.info(where, Text.of("cli.differentWeights", Commands.BASIS)));
        }
        return basis.map(agreed::withBasis).orElse(agreed);
    }
}
