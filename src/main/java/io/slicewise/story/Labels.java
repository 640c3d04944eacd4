package io.slicewise.story;

import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.text.Listing;
import io.slicewise.text.Text;
import io.slicewise.usage.Figures;
import io.slicewise.usage.Figures.GpuFigures;
import io.slicewise.usage.Figures.Share;
import java.util.ArrayList;
import java.util.List;

/**
 * What instances, and what is weighed, are called in sentences about one fleet.
 *
 * @param severalGpus then an instance is named with its GPU
 * @param severalHosts then a GPU is named with its host
 * @param mixed whether there are several models; then a profile is named with its model, and weights are shares of GPUs
 * @param complete whether every instance has a reading
 * @param basis the id of the weight basis
 */
record Labels(boolean severalGpus, boolean severalHosts, boolean mixed, boolean complete, String basis) {
    private static final int MOST_NAMES = 3;

    static Labels of(Figures figures) {
        List<GpuFigures> gpus = figures.gpus();
        boolean mixed = false;
        for (GpuFigures gpu : gpus) {
            mixed |= !model(gpu.gpu()).equals(model(gpus.getFirst().gpu()));
        }
        return new Labels(
                gpus.size() > 1,
                figures.hasSeveralHosts(),
                mixed,
                figures.total().isComplete(),
                figures.weights().basis().id());
    }

    /** What tells a GPU's model from another. */
    static String model(Gpu gpu) {
        return gpu.model() == null ? gpu.modelName() : gpu.model().id();
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

    /** «the instances», among which the averages are taken. */
    Text instances() {
        return Text.of(complete ? "story.instances.all" : "story.instances.reported");
    }

    /** A part at the beginning of a sentence: «The 3g.40gb on GPU 1», «The 1g.10gb instances». */
    Text subject(Part part) {
        Share first = part.members().getFirst();
        if (part.isOne()) {
            return subject(first.gpu(), first.instance());
        }
        String profile = first.instance().profile().name();
        Text name = mixed ? Text.of("story.name.model", profile, modelName(first.gpu())) : name(profile);
        return Text.of("story.subjects", name, part.members().size());
    }

    /** An instance at the beginning of a sentence. */
    Text subject(Gpu gpu, Instance instance) {
        return Text.of(
                instance.name().isEmpty() ? "story.subject.profile" : "story.subject.named", name(gpu, instance));
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
        Text label = name(instance.label());
        if (isAmbiguous(gpu, instance)) {
            label = Text.of("story.name.numbered", label, instance.id());
        }
        return severalGpus ? Text.of("story.name.on", label, name(gpu)) : label;
    }

    /** A GPU, so that no other is called the same. */
    String name(Gpu gpu) {
        return severalHosts ? gpu.nameOnHost() : gpu.name();
    }

    private static Text name(String label) {
        return Text.of("story.name", label);
    }

    private static boolean isAmbiguous(Gpu gpu, Instance instance) {
        for (Instance other : gpu.instances()) {
            if (!other.id().equals(instance.id()) && other.label().equals(instance.label())) {
                return true;
            }
        }
        return false;
    }

    private static String modelName(Gpu gpu) {
        return gpu.model() == null ? gpu.modelName() : gpu.model().name();
    }
}
