package io.slicewise.document;

import io.slicewise.document.Opened.NotOpened;
import io.slicewise.snapshot.Beginning;
import io.slicewise.snapshot.archive.ArchiveLimits;
import io.slicewise.snapshot.archive.Layers;
import io.slicewise.snapshot.archive.Meter;
import io.slicewise.snapshot.archive.RefusedException;
import io.slicewise.snapshot.assemble.SnapshotReading;
import io.slicewise.snapshot.collect.SnapshotFormat;
import io.slicewise.snapshot.exposition.ReadWatch;
import io.slicewise.text.Problem;
import io.slicewise.text.Where;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Opens several things at once: the exports among them are one snapshot, everything else is a document of its own.
 *
 * @param opener opens what stands alone
 * @param watches gives the watch of an input, of which the reading begins
 */
record SeveralFiles(Opener opener, Function<Input, ReadWatch> watches) {
    /** What the exports were, and where they stand among the results. */
    private static final class Joined {
        final List<Input> inputs = new ArrayList<>();
        final List<Opening> openings = new ArrayList<>();
        ReadWatch watch = ReadWatch.NONE;
        int place;
    }

    /** An archive that unpacks to more than the limits allow. */
    private record Refused(Input input, RefusedException why) {}

    /** What an input is that can be read again, seen before all of it is read. */
    private record Sighting(boolean isArchive, @Nullable SnapshotFormat format) {
        boolean isExport() {
            return isArchive || format != null;
        }
    }

    List<Opening> open(List<Input> inputs) {
        if (inputs.size() < 2) {
            return inputs.stream().map(this::alone).toList();
        }
        Exports formats = opener.exports(ReadWatch.NONE);
        Map<Input, Sighting> sightings = sightings(inputs, formats);
        List<Input> exports = inputs.stream()
                .filter(input -> {
                    Sighting seen = sightings.get(input);
                    return seen == null ? input.path() == null : seen.isExport();
                })
                .toList();
        if (exports.size() < 2) {
            return inputs.stream().map(this::alone).toList();
        }
        return join(inputs, exports, sightings, formats);
    }

    private Opening alone(Input input) {
        return new Opening(List.of(input), opener.open(input, watches.apply(input)));
    }

    /** Whether it is an export. Nothing is said here: what cannot be read is said when it is opened. */
    boolean mayJoin(Input input) {
        Sighting seen =
                sightings(List.of(input), opener.exports(ReadWatch.NONE)).get(input);
        return seen == null ? input.path() == null : seen.isExport();
    }

    /** Nothing is said here: what cannot be read is said when it is opened, and a stream is looked at when it is read. */
    private static Map<Input, Sighting> sightings(List<Input> inputs, Exports formats) {
        Map<Input, Sighting> seen = new HashMap<>();
        for (Input input : inputs) {
            if (input.isRepeatable()) {
                try (InputStream in = input.open()) {
                    Layers layers = Layers.open(in, Beginning.LENGTH, new Meter(ArchiveLimits.DEFAULT));
                    seen.put(input, sighting(layers, formats));
                } catch (IOException _) {
                    seen.put(input, new Sighting(false, null));
                }
            }
        }
        return seen;
    }

    private static Sighting sighting(Layers layers, Exports formats) {
        boolean archive = layers.packing().isArchive();
        return new Sighting(archive, archive ? null : formats.recognise(layers.prefix()));
    }

    private List<Opening> join(
            List<Input> inputs, List<Input> exports, Map<Input, Sighting> sightings, Exports formats) {
        SnapshotReading reading = SnapshotReading.several(Opening.name(exports));
        Joined joined = new Joined();
        for (Input input : inputs) {
            if (!exports.contains(input)) {
                joined.openings.add(alone(input));
                continue;
            }
            try {
                joined.watch = watches.apply(input);
                Opened own = add(reading, formats, input, sightings.get(input), joined.watch);
                if (own != null) {
                    joined.openings.add(new Opening(List.of(input), own));
                    continue;
                }
            } catch (CancellationException _) {
                return List.of(new Opening(inputs, Opener.stopped(Opening.name(inputs))));
            } catch (RefusedException e) {
                return without(new Refused(input, e), inputs, exports);
            } catch (IOException e) {
                reading.note(Problem.error(Where.file(input.name()), Opener.why(e)));
            }
            joined.place = joined.inputs.isEmpty() ? joined.openings.size() : joined.place;
            joined.inputs.add(input);
        }
        if (!joined.inputs.isEmpty()) {
            try {
                joined.openings.add(joined.place, new Opening(joined.inputs, formats.opened(reading, joined.watch)));
            } catch (CancellationException _) {
                return List.of(new Opening(inputs, Opener.stopped(Opening.name(inputs))));
            }
        }
        return joined.openings;
    }

    /** Adds an export to the others; returns what it is instead, where it is none. */
    private @Nullable Opened add(
            SnapshotReading reading, Exports formats, Input input, @Nullable Sighting before, ReadWatch watch)
            throws IOException {
        try (InputStream in = new WatchedFile(input.open(), watch)) {
            Meter meter = new Meter(ArchiveLimits.DEFAULT);
            Layers layers = Layers.open(in, Beginning.LENGTH, meter);
            Sighting seen = before == null ? sighting(layers, formats) : before;
            if (seen.isArchive()) {
                formats.addArchive(reading, input.name(), layers, meter);
            } else if (seen.format() == null) {
                return opener.opened(input.name(), layers, formats, 0);
            } else {
                formats.addFile(reading, seen.format(), input.name(), layers);
            }
            Exports.note(reading, input.name(), layers.damage());
            return null;
        }
    }

    /** Nothing of what is refused may count: the others are read again, as far as they can be. */
    private List<Opening> without(Refused refused, List<Input> inputs, List<Input> exports) {
        Opened no = new NotOpened(List.of(
                Problem.error(Where.file(refused.input().name()), refused.why().why())));
        if (!exports.stream().allMatch(Input::isRepeatable)) {
            return List.of(new Opening(exports, no));
        }
        List<Input> others = new ArrayList<>(inputs);
        others.remove(refused.input());
        List<Opening> openings = new ArrayList<>(open(others));
        openings.add(new Opening(List.of(refused.input()), no));
        return openings;
    }
}
