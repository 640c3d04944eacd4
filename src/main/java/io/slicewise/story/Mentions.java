package io.slicewise.story;

import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.text.Listing;
import io.slicewise.text.Percent;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import io.slicewise.usage.InstanceGroup;
import io.slicewise.usage.Naming;
import java.util.ArrayList;
import java.util.List;

/**
 * How sentences about one fleet speak of its instances, of its GPUs, and of what is weighed. What those are called is
 * {@link Naming}'s.
 *
 * @param naming what GPUs and instances are called
 * @param mixed whether there are several models; then weights are shares of GPUs
 * @param complete whether every instance has a reading
 * @param basis the id of the weight basis
 */
record Mentions(Naming naming, boolean mixed, boolean complete, String basis) {
    private static final int MOST_NAMES = 3;

    /** Of more instances than this, one is told as a percentage too. */
    private static final int FEW = 10;

    static Mentions of(Figures figures) {
        List<Gpu> gpus = figures.gpus().stream().map(GpuFigures::gpu).toList();
        return new Mentions(
                Naming.of(gpus),
                !new Fleet(gpus).isUniform(),
                figures.total().isComplete(),
                figures.weights().basis().id());
    }

    /** What is weighed: «the allocated slices». */
    Text weighed() {
        Text all = Text.of("story.weighed." + (mixed ? "capacity" : basis));
        return complete ? all : Text.of("story.weighed.reported", all);
    }

    /** A number of instances among which the averages are taken: «4 instances». */
    Text among(int count) {
        return Text.of(complete ? "story.among.all" : "story.among.reported", count);
    }

    /** The same for one of them, with its part of the count where that cannot be seen: «49 instances (2.0 %)». */
    Text oneAmong(int count) {
        return count > FEW ? Text.of("story.among.part", among(count), new Percent(1.0 / count)) : among(count);
    }

    /** «the instances», among which the averages are taken. */
    Text instances() {
        return Text.of(complete ? "story.instances.all" : "story.instances.reported");
    }

    /** Instances at the beginning of a sentence: «The 3g.40gb on GPU 1», «The 3 instances of 1g.10gb». */
    Text subject(InstanceGroup group) {
        Share first = group.members().getFirst();
        return group.isOne()
                ? subject(first.gpu(), first.instance())
                : Text.of(
                        "story.subjects",
                        name(naming.profile(first.gpu(), first.instance().profile())),
                        group.members().size());
    }

    /** An instance at the beginning of a sentence. */
    Text subject(Gpu gpu, Instance instance) {
        String key = instance.name().isEmpty() ? "story.subject.profile" : "story.subject.named";
        return on(gpu, Text.of(key, name(Naming.onGpu(gpu, instance))));
    }

    /** The first few of several instances, and how many more there are. */
    Text names(List<Share> shares) {
        List<Text> first = new ArrayList<>();
        for (Share share : shares.subList(0, Math.min(MOST_NAMES, shares.size()))) {
            first.add(name(share.gpu(), share.instance()));
        }
        return shortened(first, shares.size());
    }

    /** The first few of several names, and how many more there are. */
    static Text firstOf(List<String> names) {
        return shortened(names.subList(0, Math.min(MOST_NAMES, names.size())), names.size());
    }

    private static Text shortened(List<?> first, int all) {
        return all > first.size()
                ? Text.of("story.names.more", new Listing(first), all - first.size())
                : Text.of("story.names", new Listing(first));
    }

    private Text name(Gpu gpu, Instance instance) {
        return on(gpu, name(Naming.onGpu(gpu, instance)));
    }

    /** With its GPU where there are several. */
    private Text on(Gpu gpu, Text instance) {
        return naming.isOneGpu() ? instance : Text.of("story.name.on", instance, name(gpu));
    }

    /** A GPU, so that no other is called the same. */
    String name(Gpu gpu) {
        return naming.gpu(gpu);
    }

    private static Text name(String name) {
        return Text.of("story.name", name);
    }
}
