package io.slicewise.desktop.plan;

import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.Latest;
import io.slicewise.fleet.Fleet;
import io.slicewise.fleet.Gpu;
import io.slicewise.fleet.Instance;
import io.slicewise.fleet.InstanceRef;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.MoveAnswer;
import io.slicewise.planning.moves.MoveAnswers;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.moves.Spot;
import io.slicewise.planning.moves.WantedProfile;
import io.slicewise.planning.room.FleetRoom;
import io.slicewise.scenario.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** Which instances to move so that something fits. Needs no toolkit; for one thread. */
final class MovesModel {
    /** The id of an instance that is not there yet: what room was made for. */
    static final String ROOM = "room-";

    private final Document document;
    private final Latest latest;
    private final StringProperty wanted = new SimpleStringProperty(this, "wanted", "");
    private final ObjectProperty<@Nullable String> on = new SimpleObjectProperty<>(this, "on");
    private final BooleanProperty newFirst = new SimpleBooleanProperty(this, "newFirst");
    private final ObjectProperty<Set<InstanceRef>> pinned = new SimpleObjectProperty<>(this, "pinned", Set.of());
    private final ReadOnlyObjectWrapper<@Nullable Made> made = new ReadOnlyObjectWrapper<>();

    /**
     * The answers to a question.
     *
     * @param answers {@code null} where nothing is asked for
     * @param room what still fits on the GPU that was asked about, or on all
     */
    record Made(MoveRequest request, @Nullable MoveAnswers answers, FleetRoom room, double fragmentation) {
        Fleet fleet() {
            return request.fleet();
        }

        @Nullable
        MoveAnswer answer(boolean newFirst) {
            return answers == null ? null : newFirst ? answers.newFirst() : answers.withStop();
        }

        MoveAnswer.@Nullable Found found(boolean newFirst) {
            return answer(newFirst) instanceof MoveAnswer.Found found ? found : null;
        }

        /** The fleet after the moves, with what room was made for in it. */
        Fleet after(MoveAnswer.Found found) {
            Fleet moved = found.plan().applied(fleet());
            List<Gpu> gpus = new ArrayList<>();
            for (Gpu gpu : moved.gpus()) {
                List<Instance> instances = new ArrayList<>(gpu.instances());
                for (Spot spot : found.plan().room()) {
                    if (spot.gpu().equals(gpu.id())) {
                        instances.add(Instance.of(
                                ROOM + instances.size(),
                                spot.placement().profile(),
                                spot.placement().start(),
                                Instance.NO_READING));
                    }
                }
                gpus.add(instances.size() == gpu.instances().size() ? gpu : gpu.withInstances(instances));
            }
            return new Fleet(gpus);
        }

        /** The GPUs that an answer is about: those where something changes. */
        Set<String> touched(MoveAnswer.Found found) {
            Set<String> touched = new LinkedHashSet<>();
            found.plan().room().forEach(spot -> touched.add(spot.gpu()));
            touched.addAll(found.plan().touched());
            return touched;
        }
    }

    MovesModel(Document document, PlanActions actions) {
        this.document = document;
        latest = new Latest(actions);
        document.scenarioProperty().map(Scenario::fleet).subscribe(this::fleetChanged);
        wanted.subscribe((_, _) -> compute());
        on.subscribe((_, _) -> compute());
        pinned.subscribe((_, _) -> compute());
    }

    /** Profiles, separated by commas. */
    StringProperty wantedProperty() {
        return wanted;
    }

    /** The id of the GPU where they have to fit; {@code null} for anywhere. */
    ObjectProperty<@Nullable String> onProperty() {
        return on;
    }

    /** Whether each new instance is made while its old one runs. */
    BooleanProperty newFirstProperty() {
        return newFirst;
    }

    /** Instances that stay where they are. */
    ReadOnlyObjectProperty<Set<InstanceRef>> pinnedProperty() {
        return pinned;
    }

    void pin(InstanceRef ref) {
        Set<InstanceRef> now = new HashSet<>(pinned.get());
        if (!now.remove(ref)) {
            now.add(ref);
        }
        pinned.set(Set.copyOf(now));
    }

    /** Pins every instance of an owner; those that are pinned stay so. */
    void pinOwner(String owner) {
        Set<InstanceRef> now = new HashSet<>(pinned.get());
        for (Gpu gpu : document.scenario().fleet().gpus()) {
            gpu.instances().stream()
                    .filter(instance -> instance.owner().equals(owner))
                    .forEach(instance -> now.add(new InstanceRef(gpu.id(), instance.id())));
        }
        pinned.set(Set.copyOf(now));
    }

    void unpin() {
        pinned.set(Set.of());
    }

    /** Owners of instances, in the order of their names. */
    List<String> owners() {
        return document.scenario().fleet().gpus().stream()
                .flatMap(gpu -> gpu.instances().stream())
                .map(Instance::owner)
                .filter(owner -> !owner.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /** The newest answers; {@code null} before there are any. */
    ReadOnlyObjectProperty<@Nullable Made> madeProperty() {
        return made.getReadOnlyProperty();
    }

    /** Profiles that could be asked for: of the models that are there, smallest first. */
    List<String> profiles() {
        return document.scenario().fleet().gpus().stream()
                .map(Gpu::model)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(model -> model.baseProfiles().stream())
                .map(profile -> profile.name())
                .distinct()
                .toList();
    }

    List<Gpu> gpus() {
        return document.scenario().fleet().gpus();
    }

    private void fleetChanged(Fleet fleet) {
        Set<InstanceRef> left = pinned.get().stream()
                .filter(ref -> fleet.instance(ref).isPresent())
                .collect(Collectors.toUnmodifiableSet());
        String gpu = on.get();
        if (gpu != null && fleet.gpu(gpu).isEmpty()) {
            on.set(null);
        }
        if (left.size() < pinned.get().size()) {
            pinned.set(left);
        }
        compute();
    }

    private void compute() {
        List<WantedProfile> profiles = Arrays.stream(wanted.get().split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(WantedProfile::new)
                .toList();
        MoveRequest request = new MoveRequest(document.scenario().fleet(), profiles, on.get(), pinned.get());
        latest.ask(() -> made(request), made::set);
    }

    private static Made made(MoveRequest request) {
        String on = request.on();
        Fleet asked = on == null
                ? request.fleet()
                : new Fleet(request.fleet().gpu(on).stream().toList());
        FleetRoom room = FleetRoom.of(asked, request.pinned());
        MoveAnswers answers = request.wanted().isEmpty() ? null : FewestMoves.of(request);
        return new Made(request, answers, room, room.fragmentation(asked));
    }
}
