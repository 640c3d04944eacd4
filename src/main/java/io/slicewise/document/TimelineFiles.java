package io.slicewise.document;

import io.slicewise.document.Opened.SnapshotOpened;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.content.TimelineReference;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Listing;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import io.slicewise.text.Where;
import io.slicewise.usage.timeline.Timeline;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the readings over time again that a saved document tells the place of: where they were, or beside the document.
 *
 * @param opener reads them
 */
record TimelineFiles(Opener opener) {
    /** The document with its readings over time, or with the word why they are not there. */
    Measured reopened(Measured saved, String file) {
        TimelineReference over = saved.over();
        if (over == null || saved.timeline() != null) {
            return saved;
        }
        if (over.files().isEmpty()) {
            return noticing(saved, file, Text.of("document.timeline.server", from(over), to(over), saved.source()));
        }
        List<Input> inputs = new ArrayList<>();
        for (String name : over.files()) {
            // only what is an export: a document that names itself would be opened for ever
            Optional<Input> input =
                    find(name, file).map(Input::of).filter(new SeveralFiles(opener, _ -> ReadWatch.NONE)::mayJoin);
            if (input.isEmpty()) {
                return noticing(saved, file, Text.of("document.timeline.gone", from(over), to(over), name));
            }
            inputs.add(input.get());
        }
        for (Opening opening : opener.open(inputs)) {
            if (opening.opened() instanceof SnapshotOpened export) {
                Timeline timeline = export.timeline();
                if (timeline != null && over.isOf(timeline)) {
                    return saved.withTimeline(timeline);
                }
            }
        }
        return noticing(
                saved, file, Text.of("document.timeline.other", from(over), to(over), new Listing(over.files())));
    }

    private static String from(TimelineReference over) {
        return Instant.ofEpochMilli(over.start()).toString();
    }

    private static String to(TimelineReference over) {
        return Instant.ofEpochMilli(over.end()).toString();
    }

    private static Measured noticing(Measured saved, String file, Text why) {
        List<Problem> noticed = new ArrayList<>(saved.noticed());
        noticed.add(Problem.info(Where.path(file, "measured.timeline"), why));
        return saved.noticing(noticed);
    }

    /** A file by the name that it had, or of that name beside the document. */
    private static Optional<Path> find(String name, String document) {
        try {
            Path there = Path.of(name);
            if (Files.isRegularFile(there)) {
                return Optional.of(there);
            }
            Path last = there.getFileName();
            return Optional.ofNullable(last)
                    .map(Path.of(document)::resolveSibling)
                    .filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
