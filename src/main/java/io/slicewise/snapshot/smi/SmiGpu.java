package io.slicewise.snapshot.smi;

import io.slicewise.mig.Placement;
import io.slicewise.snapshot.exposition.SampleHandler;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that nvidia-smi said about one GPU, in one or several of its shapes. */
final class SmiGpu {
    /** The GPU's number on its host. */
    final String number;

    /** Where it is named first. */
    final long line;

    String uuid = "";
    String modelName = "";

    /** The memory of the whole GPU, 0 where it was not said. */
    long memoryMib;

    /** Whether MIG is on; {@code null} where it was not said. */
    @Nullable
    Boolean mig;

    /** How busy the whole GPU is in percent, where MIG is off; {@code NaN} where it was not said. */
    double utilization = Double.NaN;

    /** When that was, in milliseconds since 1970; {@link SampleHandler#NO_TIMESTAMP} where it was not said. */
    long time = SampleHandler.NO_TIMESTAMP;

    /** Whether the source lists instances where there are some. */
    boolean lists = true;

    /** Rows of {@code mig -lgi}, by GPU instance. */
    final Map<String, Listed> listed = new LinkedHashMap<>();

    /** MIG devices of the table or the XML. */
    final List<Device> devices = new ArrayList<>();

    /** MIG devices of {@code -L}. */
    final List<Named> named = new ArrayList<>();

    SmiGpu(String number, long line) {
        this.number = number;
        this.line = line;
    }

    /** Whether its instances are known by {@code -L} of a newer driver alone, which prints no ids of GPU instances. */
    boolean hasNoIds() {
        return listed.isEmpty()
                && devices.isEmpty()
                && named.stream().anyMatch(device -> device.instance().isEmpty());
    }

    /** A row of {@code mig -lgi}. */
    record Listed(String instance, String profile, int start, long line) {}

    /**
     * A MIG device: a compute instance.
     *
     * @param instance the id of its GPU instance
     * @param index the device's index, which {@code -L} prints too
     * @param sms its streaming multiprocessors, 0 where it was not said
     * @param memoryMib the memory of its GPU instance, 0 where it was not said
     * @param copyEngines those of its GPU instance, which all its devices share; 0 where it was not said
     */
    record Device(String instance, String index, int sms, long memoryMib, int copyEngines, long line) {}

    /**
     * A MIG device of {@code -L}.
     *
     * @param instance the id of its GPU instance where an older driver's UUID tells it, else empty
     * @param uuid the device's own
     */
    record Named(String profile, String index, String instance, String uuid, long line) {}

    /** A GPU instance out of all that was said about it. */
    static final class Found {
        final String id;
        final long line;
        String profile = "";
        int start = Placement.UNKNOWN;
        int sms;
        long memoryMib;
        int copyEngines;

        /** How many compute instances it is split into, as far as they were told. */
        int devices;

        Found(String id, long line) {
            this.id = id;
            this.line = line;
        }
    }
}
