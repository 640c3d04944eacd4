package io.slicewise.live.sums;

import io.slicewise.planning.size.SizedInstance;
import java.util.List;

/**
 * Right sizes of a fleet as a server worked them out: a few numbers an instance travelled, and no sample.
 *
 * @param sizes each instance that is there at the end, of a model that is known
 * @param range what else can be asked of it
 * @param unknownModels models as printed that are not known
 * @param numbers how many numbers travelled
 */
public record AskedSizes(List<SizedInstance> sizes, AskedRange range, List<String> unknownModels, long numbers) {
    public AskedSizes {
        sizes = List.copyOf(sizes);
        unknownModels = List.copyOf(unknownModels);
    }
}
