package io.slicewise.page;

import io.slicewise.fleet.Gpu;
import io.slicewise.usage.Figures;
import java.util.HashMap;
import java.util.Map;

/** What GPUs are called in a table: with their host where there are several, since every host has a GPU 0. */
record GpuNames(Map<String, String> byId) {
    static GpuNames of(Figures figures) {
        boolean several = figures.hasSeveralHosts();
        Map<String, String> names = new HashMap<>();
        figures.gpus().forEach(gpu -> names.put(gpu.gpu().id(), name(gpu.gpu(), several)));
        return new GpuNames(names);
    }

    private static String name(Gpu gpu, boolean withHost) {
        return withHost ? gpu.nameOnHost() : gpu.name();
    }

    String of(String id) {
        return byId.getOrDefault(id, id);
    }
}
