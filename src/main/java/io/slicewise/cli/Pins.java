package io.slicewise.cli;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.text.Text;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/** The instances that have to stay where they are. */
final class Pins {
    private static final String KEYS = "owner, name, profile, host, gpu";

    private Pins() {}

    static Set<InstanceRef> of(ParseResult command, Fleet fleet) {
        Set<InstanceRef> pinned = new HashSet<>();
        for (String pin : command.matchedOptionValue(Commands.PIN, List.<String>of())) {
            int equals = pin.indexOf('=');
            if (equals <= 0) {
                throw new UsageException(Text.of("moves.usage.pin", Commands.PIN, pin, KEYS));
            }
            String key = pin.substring(0, equals).strip();
            String value = pin.substring(equals + 1).strip();
            for (Gpu gpu : fleet.gpus()) {
                for (Instance instance : gpu.instances()) {
                    if (is(key, value, gpu, instance, pin)) {
                        pinned.add(new InstanceRef(gpu.id(), instance.id()));
                    }
                }
            }
        }
        return pinned;
    }

    private static boolean is(String key, String value, Gpu gpu, Instance instance, String pin) {
        return switch (key) {
            case "owner" -> instance.owner().equals(value);
            case "name" -> instance.name().equals(value);
            case "profile" -> instance.profile().name().equals(value);
            case "host" -> gpu.host().equals(value);
            case "gpu" -> gpu.id().equals(value) || gpu.name().equals(value);
            default -> throw new UsageException(Text.of("moves.usage.pin", Commands.PIN, pin, KEYS));
        };
    }
}
