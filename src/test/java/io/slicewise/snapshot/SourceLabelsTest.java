package io.slicewise.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.slicewise.snapshot.collect.PrintedProfile;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceLabelsTest {
    private static RawSource source(String labels) {
        SourceLabels names = new SourceLabels();
        for (String label : labels.split(" ")) {
            names.put(label.substring(0, label.indexOf('=')), label.substring(label.indexOf('=') + 1));
        }
        return names.take();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UUID=GPU-1 gpu=0 Hostname=h modelName=m GPU_I_PROFILE=1g.5gb GPU_I_ID=7",
                "uuid=GPU-1 GPU=0 hostname=h modelname=m gpu_i_profile=1g.5gb gpu_i_id=7",
                "gpu_uuid=GPU-1 device=nvidia0 node=h model_name=m mig_profile=1g.5gb gpu_instance_id=7",
                "GPU_UUID=GPU-1 gpu_index=0 instance=h:9400 gpu_model=m GPU.I.PROFILE=1g.5gb GPU_I_ID=7",
                "gpu=0 instance=target:9400 Hostname=h modelName=m GPU_I_ID=7 GPU_I_PROFILE=1g.5gb UUID=GPU-1 x=y"
            })
    void labelsAreFoundUnderTheirManyNames(String labels) {
        assertEquals(new RawSource("GPU-1", "0", "h", "m", "1g.5gb", "7", "", ""), source(labels));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "namespace=a pod=b|''|a/b",
                "pod_namespace=a pod_name=b|''|a/b",
                "exported_namespace=a exported_pod=b namespace=monitoring pod=exporter|a/b|monitoring/exporter",
                "pod=b|''|b"
            })
    void theWorkloadIsKeptApartFromTheExporter(String labels, String user, String pod) {
        RawSource source = source(labels);
        assertEquals(user, source.user());
        assertEquals(pod, source.pod());
    }

    @ParameterizedTest
    @CsvSource({"N/A", "<<<NULL>>>", "null", "''", "' '"})
    void whatStandsForNothingIsNothing(String value) {
        SourceLabels names = new SourceLabels();
        names.put("GPU_I_ID", value);
        names.put("GPU_I_PROFILE", value);
        assertEquals(new RawSource("", "", "", "", "", "", "", ""), names.take());
    }

    @Test
    void theUuidOfAMigDeviceIsNotThatOfItsGpu() {
        assertEquals("", source("UUID=MIG-1 gpu=0").uuid());
    }

    @Test
    void labelsThatSayNothingOfInterestNeedNotBeRead() {
        assertTrue(new SourceLabels().ignores("DCGM_FI_DRIVER_VERSION"));
    }

    @ParameterizedTest
    @CsvSource({
        "DCGM_FI_PROF_GR_ENGINE_ACTIVE, UTILIZATION",
        "dcgm_fi_prof_gr_engine_active, UTILIZATION",
        "DCGM_FI_PROF_GR_ENGINE_UTIL_RATIO, UTILIZATION_RATIO",
        "dcgm.fi.prof.gr-engine-util-ratio, UTILIZATION_RATIO",
        "DCGM_FI_DEV_GPU_UTIL, GPU_UTIL",
        "DCGM_FI_DEV_GPU_UTIL_RATIO, GPU_UTIL",
        "DCGM_FI_DEV_MIG_MODE, MIG_MODE",
        "DCGM_EXP_CLOCK_EVENTS_COUNT, OTHER",
        "nvidia_smi_utilization_gpu_ratio, UNRELATED"
    })
    void metricsAreFoundUnderTheirManyNames(String name, MetricKind kind) {
        assertEquals(kind, MetricKind.of(name));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OTHER", "UNRELATED"})
    void aMetricIsFoundUnderTheNameThatItIsSaidToHave(MetricKind kind) {
        assertEquals(kind, MetricKind.of(kind.metric()));
    }

    @ParameterizedTest
    @CsvSource({
        "1g.5gb, 1g.5gb",
        "1G.5GB, 1g.5gb",
        "MIG 1g.5gb, 1g.5gb",
        "mig-1g.5gb, 1g.5gb",
        "1c.3g.40gb, 3g.40gb",
        "MIG 2c.3g.40gb, 3g.40gb"
    })
    void profilesAreReadWithoutWhatIsPutBeforeThem(String printed, String normal) {
        assertEquals(normal, PrintedProfile.normal(printed));
    }

    /** One that made sets of other names before, and is told only what is different, gives what a new one gives. */
    @Property(tries = 500)
    void whatCameBeforeChangesNothing(
            @ForAll @Size(max = 8) List<@From("sets") List<String>> before, @ForAll("sets") List<String> set) {
        SourceLabels used = new SourceLabels();
        for (List<String> one : before) {
            one.forEach(label -> put(used, label));
            used.take();
        }
        set.forEach(label -> put(used, label));
        SourceLabels fresh = new SourceLabels();
        set.forEach(label -> put(fresh, label));
        assertSame(fresh.take(), used.take());
        for (int i = 0; i < set.size(); i++) {
            used.replace(i, "other-" + i);
            String name = set.get(i).substring(0, set.get(i).indexOf('='));
            put(fresh, name + "=other-" + i);
        }
        assertSame(fresh.take(), used.takeReplaced());
    }

    private static void assertSame(RawSource one, RawSource other) {
        assertEquals(one, other);
        assertEquals(one.labels(), other.labels());
        assertEquals(
                new ArrayList<>(one.labels().keySet()),
                new ArrayList<>(other.labels().keySet()));
    }

    private static void put(SourceLabels names, String label) {
        names.put(label.substring(0, label.indexOf('=')), label.substring(label.indexOf('=') + 1));
    }

    @Provide
    Arbitrary<List<String>> sets() {
        Arbitrary<String> name =
                Arbitraries.of("UUID", "gpu", "device", "Hostname", "GPU_I_ID", "pod", "Pod", "namespace", "x", "y");
        Arbitrary<String> value = Arbitraries.of("", "N/A", "a", "b", "MIG-1", "nvidia3");
        return Combinators.combine(name, value).as((n, v) -> n + "=" + v).list().ofMaxSize(20);
    }
}
