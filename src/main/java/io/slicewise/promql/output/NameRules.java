package io.slicewise.promql.output;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.promql.query.Names;
import io.slicewise.text.Messages;
import io.slicewise.text.Visible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a planner calls instances and whose they are, as series of 1 with those labels: a query that is multiplied with
 * them, {@code * on (UUID, GPU_I_ID) group_left (name, owner)}, shows names instead of numbers.
 */
final class NameRules {
    private static final String NAMES = "gpu_instance:mig_name:info";

    private NameRules() {}

    /** A rule file with a rule for each instance that has a name or an owner; without rules where none has. */
    static String text(Request request, Fleet fleet, Messages words) {
        Names names = request.plan().names();
        List<Object> rules = new ArrayList<>();
        for (Gpu gpu : fleet.gpus()) {
            for (Instance instance : gpu.instances()) {
                Map<String, Object> labels = new LinkedHashMap<>();
                labels.put(names.uuid(), gpu.id());
                labels.put(names.instance(), instance.id());
                put(labels, "name", instance.name());
                put(labels, "owner", instance.owner());
                if (labels.size() > 2) {
                    rules.add(Tree.map("record", NAMES, "expr", "vector(1)", "labels", labels));
                }
            }
        }
        String join = "* on (" + names.uuid() + ", " + names.instance() + ") group_left (name, owner) " + NAMES;
        return "# " + Visible.line(words.say("promql.file.names", request.title(), join)) + "\n"
                + YamlText.of(Tree.map("groups", List.of(Tree.map("name", "slicewise-mig-names", "rules", rules))));
    }

    private static void put(Map<String, Object> labels, String label, String value) {
        if (!value.isBlank()) {
            labels.put(label, value);
        }
    }
}
