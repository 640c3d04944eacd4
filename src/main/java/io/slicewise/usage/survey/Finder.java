package io.slicewise.usage.survey;

import io.slicewise.usage.survey.Query.Condition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says which rows have the words and meet the conditions of a query. For one thread. */
final class Finder {
    private final FleetTable survey;
    private final List<String> words;
    private final Map<Attribute, Set<String>> wanted = new HashMap<>();

    /** Lower case of what comes again and again: hosts, models, profiles, namespaces. */
    private final Map<String, String> lower = new HashMap<>();

    Finder(FleetTable survey, Query query) {
        this.survey = survey;
        words = query.words();
        for (Condition condition : query.conditions()) {
            wanted.computeIfAbsent(condition.attribute(), _ -> new HashSet<>()).add(condition.value());
        }
    }

    boolean finds(InstanceRow row) {
        return meets(row) && words.stream().allMatch(word -> gpuSays(row, word) || says(row, word));
    }

    boolean finds(GpuRow row) {
        List<InstanceRow> instances = survey.instances(row);
        return (wanted.isEmpty()
                        || (instances.isEmpty()
                                ? meetsEmpty(row)
                                : instances.stream().anyMatch(this::meets)))
                && words.stream()
                        .allMatch(word -> says(row, word) || instances.stream().anyMatch(i -> says(i, word)));
    }

    /** Whether an instance meets the conditions. */
    boolean meets(InstanceRow row) {
        for (Map.Entry<Attribute, Set<String>> one : wanted.entrySet()) {
            if (!one.getValue().contains(one.getKey().of(row.gpu(), row.instance(), row.labels()))) {
                return false;
            }
        }
        return true;
    }

    private boolean meetsEmpty(GpuRow row) {
        return wanted.entrySet().stream()
                .allMatch(one -> one.getKey().isOfGpu()
                        && one.getValue().contains(one.getKey().ofGpu(row.gpu())));
    }

    private boolean gpuSays(InstanceRow row, String word) {
        return says(survey.gpus().get(row.gpuIndex()), word);
    }

    private boolean says(GpuRow row, String word) {
        return lower(row.gpu().name()).contains(word)
                || lower(row.gpu().host()).contains(word)
                || lower(Attribute.modelName(row.gpu())).contains(word)
                || lower(row.gpu().modelName()).contains(word)
                || row.gpu().id().toLowerCase(Locale.ROOT).contains(word);
    }

    private boolean says(InstanceRow row, String word) {
        if (lower(row.instance().profile().name()).contains(word)
                || lower(row.instance().name()).contains(word)
                || lower(row.instance().owner()).contains(word)
                || lower(row.instance().note()).contains(word)) {
            return true;
        }
        for (String value : row.labels().values()) {
            if (lower(value).contains(word)) {
                return true;
            }
        }
        return false;
    }

    private String lower(String text) {
        return text.isEmpty() ? text : lower.computeIfAbsent(text, t -> t.toLowerCase(Locale.ROOT));
    }
}
