package io.slicewise.cli;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.fleet.Labels;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * Instances that a person means by what they are or by a label: {@code owner=db}, {@code namespace=team-a}.
 *
 * @param option the option that says so
 * @param values its values, each of which means some
 */
record Pins(String option, List<String> values) {
    private static final List<String> KEYS = List.of("owner", "name", "profile", "host", "gpu");

    static Pins of(ParseResult command, String option) {
        return new Pins(option, command.matchedOptionValue(option, List.of()));
    }

    /** The instances of what was opened that have to stay where they are. */
    static Set<InstanceRef> of(ParseResult command, OpenedFleet opened) {
        return of(command, CommandOptions.PIN).among(opened.fleet(), opened.labels());
    }

    /** The instances that are meant. */
    Set<InstanceRef> among(Fleet fleet, Labels labels) {
        Set<InstanceRef> meant = new HashSet<>();
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                if (means(gpu, instance, labels)) {
                    meant.add(new InstanceRef(gpu.id(), instance.id()));
                }
            }
        }
        return meant;
    }

    /** Whether an instance is meant. */
    boolean means(Gpu gpu, Instance instance, Labels labels) {
        return values.stream().anyMatch(value -> isMeant(value, gpu, instance, labels));
    }

    private boolean isMeant(String pin, Gpu gpu, Instance instance, Labels labels) {
        int equals = pin.indexOf('=');
        String key = equals < 0 ? "" : pin.substring(0, equals).strip();
        String value = pin.substring(equals + 1).strip();
        return switch (key) {
            case "owner" -> instance.owner().equals(value);
            case "name" -> instance.name().equals(value);
            case "profile" -> instance.profile().name().equals(value);
            case "host" -> gpu.host().equals(value);
            case "gpu" -> gpu.id().equals(value) || gpu.name().equals(value);
            default -> {
                if (!labels.names().contains(key)) {
                    List<String> keys = new ArrayList<>(KEYS);
                    keys.addAll(labels.names());
                    throw new UsageException(Text.of("moves.usage.pin", option, pin, new Listing(keys)));
                }
                yield labels.of(new InstanceRef(gpu.id(), instance.id()))
                        .value(key)
                        .equals(value);
            }
        };
    }
}
