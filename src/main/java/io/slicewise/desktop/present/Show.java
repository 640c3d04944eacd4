package io.slicewise.desktop.present;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.DocumentSubject;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.words.Words;
import io.slicewise.document.content.DocumentContent;
import io.slicewise.page.Addressee;
import io.slicewise.page.OverRange;
import io.slicewise.page.PlannerSlides;
import io.slicewise.page.Slides;
import io.slicewise.page.Subject;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.scenario.Scenario;
import io.slicewise.story.Audience;
import io.slicewise.story.Prospect;
import io.slicewise.story.deck.Deck;
import io.slicewise.story.deck.Slide;
import io.slicewise.story.deck.SlideTopic;
import io.slicewise.text.Language;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A show of a document: its deck, which slide and step of it is on, and what is tried out. The deck follows the
 * document, the audience and the language while the show is on; the place in it is kept by topic, so that slides can be
 * left out and moved meanwhile.
 */
final class Show {
    /** What covers the slide. */
    enum Blank {
        NONE,
        BLACK,
        WHITE
    }

    /**
     * Where a show is.
     *
     * @param topic the slide
     * @param step the step of it, from 0
     */
    record Place(SlideTopic topic, int step) {}

    private static final int MOST_DIGITS = 3;

    private final Document document;
    private final AlertLevel alert;
    private final ObjectProperty<PresentationSettings> manner;
    private final Words words;
    private final WhatIf whatIf;
    private final ReadOnlyObjectWrapper<Deck> deck;
    private final ReadOnlyObjectWrapper<Place> place;
    private final ReadOnlyObjectWrapper<Blank> blank = new ReadOnlyObjectWrapper<>(Blank.NONE);
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final Subscription subscription;
    private final Latest latest;
    private final Latest ranges;
    private final ReadOnlyObjectWrapper<OverRange> range;
    private final ReadOnlyObjectWrapper<PlannerSlides> planner = new ReadOnlyObjectWrapper<>(PlannerSlides.NONE);

    /** What the document has beside its figures; what is tried out on a slide changes nothing of it. */
    private Set<SlideTopic> topics;

    private final PresentedPlan plan = new PresentedPlan();

    /**
     * A show that begins with a slide.
     *
     * @param range what it is about: a range, or a moment
     * @param manner how it is presented; changes go there, to be remembered
     * @param from the slide that it begins with
     * @param background where what takes longer than a frame is worked out
     */
    Show(
            Document document,
            OverRange range,
            AlertLevel alert,
            ObjectProperty<PresentationSettings> manner,
            SlideTopic from,
            Background background) {
        latest = new Latest(background);
        ranges = new Latest(background);
        this.document = document;
        this.range = new ReadOnlyObjectWrapper<>(range);
        this.alert = alert;
        this.manner = manner;
        whatIf = new WhatIf(document, original());
        words = new Words(manner.get().language());
        topics = PlannerSlides.topics(subject());
        deck = new ReadOnlyObjectWrapper<>(made());
        place = new ReadOnlyObjectWrapper<>(new Place(nearest(from), 0));
        subscription = manner.map(PresentationSettings::audience)
                .subscribe(_ -> plan())
                .and(manner.subscribe(this::followManner))
                .and(manner.map(PresentationSettings::language).subscribe((_, _) -> follow()))
                .and(document.contentProperty().subscribe((_, _) -> follow()))
                .and(document.momentProperty().subscribe((_, _) -> follow()))
                .and(whatIf.figures().subscribe(this::remake))
                .and(document.outlookProperty().subscribe(this::remake))
                .and(alert.thresholds().subscribe(this::remake));
    }

    /**
     * Finds what a show of a document is about, with the words of its place in time in a language: a moment at once; a range in the
     * background, since all of its readings are looked at.
     */
    static void find(Document document, Language language, Latest latest, Consumer<OverRange> then) {
        Subject subject = DocumentSubject.of(document, language);
        @Nullable Outlook known = document.outlookProperty().get();
        Supplier<OverRange> about = () -> OverRange.of(subject, known);
        if (subject.isRange()) {
            latest.ask(about, then);
        } else {
            latest.now(about, then);
        }
    }

    /** What is shown of the document, before anything is tried out. */
    private ObservableValue<Scenario> original() {
        return document.contentProperty()
                .flatMap(content -> range.map(over -> content.scenario()
                        .withFleet(over.isRange() ? over.instances().fleet() : content.counted())));
    }

    private void follow() {
        find(document, manner.get().language(), ranges, this::about);
    }

    private void about(OverRange now) {
        topics = PlannerSlides.topics(subject());
        range.set(now);
        plan();
        remake();
    }

    /** Works out what stands on the slides for planners, for those who look now. */
    private void plan() {
        if (!topics.isEmpty()) {
            Subject subject = subject();
            Addressee addressee = addressee(manner.get());
            OverRange over = range.get();
            latest.ask(() -> PlannerSlides.of(subject, over, addressee, topics), planner::set);
        }
    }

    /** The topics that a document has something for beside its figures. */
    static Set<SlideTopic> planning(Document document, Language language) {
        Set<SlideTopic> topics = PlannerSlides.topics(DocumentSubject.of(document, language));
        if (document.scenario().plan() != null) {
            topics.add(SlideTopic.PLAN);
        }
        return topics;
    }

    private Subject subject() {
        return DocumentSubject.of(document, manner.get().language());
    }

    /** What stands on the slides beside those of the figures; nothing until it is worked out. */
    ReadOnlyObjectProperty<PlannerSlides> plannerProperty() {
        return planner.getReadOnlyProperty();
    }

    private void followManner(PresentationSettings now) {
        words.languageProperty().set(now.language());
        remake();
    }

    private void remake() {
        deck.set(made());
        SlideTopic topic = nearest(place.get().topic());
        if (topic != place.get().topic()) {
            move(new Place(topic, 0));
        }
    }

    private Deck made() {
        DocumentContent content = document.content();
        return Deck.of(
                new Deck.Matter(
                        whatIf.figures().getValue(),
                        alert.thresholds().getValue(),
                        content.isMeasured(),
                        file(content.source()),
                        whatIf.differs(),
                        plan.of(document.scenario().plan()),
                        whatIf.differs()
                                ? null
                                : Slides.recorded(range.get(), addressee()).orElse(null),
                        topics,
                        Prospect.of(
                                document.outlookProperty().get(),
                                document.scenario().assumptions(),
                                document.scenario().plan())),
                manner.get().audience(),
                manner.get().plan());
    }

    /** The name of a file without its folders, which are no one's business on a wall. */
    private static String file(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    /** The slide on this topic, or the one that comes after it in the plan, or the last one. */
    private SlideTopic nearest(SlideTopic wanted) {
        Deck now = deck.get();
        var order = manner.get().plan().order();
        return order.subList(order.indexOf(wanted), order.size()).stream()
                .filter(topic -> now.indexOf(topic) >= 0)
                .findFirst()
                .orElse(now.slides().getLast().topic());
    }

    /** Whom the slides are composed for. */
    Addressee addressee() {
        return addressee(manner.get());
    }

    private Addressee addressee(PresentationSettings now) {
        return new Addressee(now.language(), now.audience(), alert.thresholds().getValue(), ZoneId.systemDefault());
    }

    /** What the slides are about now. */
    Slides.Shown shown() {
        return new Slides.Shown(whatIf.figures().getValue(), whatIf.differs(), range.get(), planner.get());
    }

    /** What stands at the foot of each slide: what the document is called, and what time the figures are of. */
    String foot() {
        String name = document.scenario().name().in(words.language());
        return Slides.period(range.get(), addressee())
                .map(period -> words.now("present.foot", name, period))
                .orElse(name);
    }

    /** Makes what was tried out part of the document; of a range that is no moment that was recorded. */
    void keep() {
        whatIf.keep();
        if (range.get().isRange()) {
            document.momentProperty().set(true);
        }
    }

    Document document() {
        return document;
    }

    /** The words of the slides. */
    Words words() {
        return words;
    }

    WhatIf whatIf() {
        return whatIf;
    }

    ReadOnlyObjectProperty<Deck> deckProperty() {
        return deck.getReadOnlyProperty();
    }

    Deck deck() {
        return deck.get();
    }

    ReadOnlyObjectProperty<Place> placeProperty() {
        return place.getReadOnlyProperty();
    }

    Place place() {
        return place.get();
    }

    /** What covers the slide. */
    ReadOnlyObjectProperty<Blank> blankProperty() {
        return blank.getReadOnlyProperty();
    }

    /** The number that is being typed; empty when none is. */
    ReadOnlyStringProperty typedProperty() {
        return typed.getReadOnlyProperty();
    }

    ObservableValue<PresentationSettings> mannerProperty() {
        return manner;
    }

    PresentationSettings manner() {
        return manner.get();
    }

    void change(UnaryOperator<PresentationSettings> change) {
        manner.set(change.apply(manner.get()));
    }

    /** The number of the slide, from 1. */
    int number() {
        return deck().indexOf(place().topic()) + 1;
    }

    Slide slide() {
        return deck().slides().get(number() - 1);
    }

    /** What comes next: a step of this slide, another slide, or, at the end, where it is. */
    Place upcoming() {
        Slide slide = slide();
        if (place().step() < slide.steps() - 1) {
            return new Place(slide.topic(), place().step() + 1);
        }
        return number() < deck().slides().size()
                ? new Place(deck().slides().get(number()).topic(), 0)
                : place();
    }

    void next() {
        move(upcoming());
    }

    void back() {
        if (place().step() > 0) {
            move(new Place(place().topic(), Math.min(place().step(), slide().steps()) - 1));
        } else if (number() > 1) {
            Slide before = deck().slides().get(number() - 2);
            move(new Place(before.topic(), before.steps() - 1));
        }
    }

    /** Goes to the slide of this number, from 1; beyond the ends, to the first or last one. */
    void go(int number) {
        int index = Math.clamp(number, 1, deck().slides().size()) - 1;
        move(new Place(deck().slides().get(index).topic(), 0));
    }

    void last() {
        go(deck().slides().size());
    }

    /** A digit of the number of a slide to go to. */
    void type(int digit) {
        if (typed.get().length() < MOST_DIGITS) {
            typed.set(typed.get() + digit);
        }
    }

    /** Goes to the slide whose number was typed; without one, on. */
    void enter() {
        if (typed.get().isEmpty()) {
            next();
        } else {
            go(Integer.parseInt(typed.get()));
        }
    }

    /** Covers the slide, or shows it again. */
    void cover(Blank with) {
        typed.set("");
        blank.set(blank.get() == with ? Blank.NONE : with);
    }

    /** The next audience. */
    void nextAudience() {
        Audience[] all = Audience.values();
        change(m -> m.withAudience(all[(m.audience().ordinal() + 1) % all.length]));
    }

    void nextLanguage() {
        change(m -> m.withLanguage(m.language().next()));
    }

    private void move(Place to) {
        typed.set("");
        blank.set(Blank.NONE);
        place.set(to);
        change(m -> m.withLast(to.topic()));
    }

    /** Lets go of the document. */
    void close() {
        latest.stop();
        ranges.stop();
        subscription.unsubscribe();
    }
}
