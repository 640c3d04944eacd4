package io.slicewise.desktop.workspace;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.scenario.Scenario;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** In what a file differs from the document that is open, in sentences. */
final class Differences {
    private Differences() {}

    /** At least one sentence. */
    static List<Text> of(Scenario stored, Scenario here) {
        List<Text> differences = new ArrayList<>();
        if (!stored.name().equals(here.name())) {
            differences.add(Text.of("desktop.differs.name", stored.name(), here.name()));
        }
        if (!stored.notes().equals(here.notes())) {
            differences.add(Text.of("desktop.differs.notes"));
        }
        if (!stored.weights().equals(here.weights())) {
            differences.add(Text.of("desktop.differs.weights"));
        }
        if (!Objects.equals(stored.plan(), here.plan())) {
            differences.add(Text.of("desktop.differs.plan"));
        }
        for (Comparison.Change change :
                Comparison.of(stored.fleet(), here.fleet(), here.weights()).gpus()) {
            Gpu before = change.before();
            Gpu after = change.after();
            String name = change.gpu().name();
            if (before == null) {
                differences.add(Text.of("desktop.differs.here", name, instances(change.gpu())));
            } else if (after == null) {
                differences.add(Text.of("desktop.differs.there", name, instances(change.gpu())));
            } else if (!before.equals(after)) {
                differences.add(
                        instances(before).equals(instances(after))
                                ? Text.of("desktop.differs.words", name)
                                : Text.of("desktop.differs.gpu", name, instances(before), instances(after)));
            }
        }
        return differences.isEmpty() ? List.of(Text.of("desktop.differs.not")) : differences;
    }

    private static Listing instances(Gpu gpu) {
        return gpu.instances().isEmpty()
                ? new Listing(List.of(Text.of("desktop.differs.empty")))
                : new Listing(gpu.instances().stream().map(Differences::said).toList());
    }

    private static Text said(Instance instance) {
        return Text.of("desktop.differs.instance", instance.profile().name(), new Percent(instance.utilization()));
    }
}
