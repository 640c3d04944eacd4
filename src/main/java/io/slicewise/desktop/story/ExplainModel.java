package io.slicewise.desktop.story;

import io.slicewise.desktop.document.AlertLevel;
import io.slicewise.desktop.document.Background;
import io.slicewise.desktop.document.Document;
import io.slicewise.desktop.document.DocumentSubject;
import io.slicewise.desktop.document.Latest;
import io.slicewise.desktop.words.Words;
import io.slicewise.exhibit.Exhibits;
import io.slicewise.page.Addressee;
import io.slicewise.page.Explanation;
import io.slicewise.page.OverRange;
import io.slicewise.page.Page;
import io.slicewise.page.Subject;
import io.slicewise.planning.outlook.Outlook;
import io.slicewise.story.Audience;
import io.slicewise.story.Finding;
import io.slicewise.story.Findings;
import io.slicewise.story.Prospect;
import io.slicewise.story.Purpose;
import io.slicewise.story.Thresholds;
import io.slicewise.text.Messages;
import io.slicewise.usage.Figures;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the Explain screen shows of a document, and what was chosen on it. While no one looks, nothing is worked
 * out; whatever changed meanwhile is there at the next look.
 */
final class ExplainModel {
    /**
     * What is shown at one moment; every part of it is from the same figures.
     *
     * @param finding the chosen one, {@code null} where there is none
     */
    record Shown(
            Page page,
            List<Finding> findings,
            @Nullable Finding finding,
            Proof proof,
            PartitionStrip strip,
            Figures figures) {
        Shown {
            findings = List.copyOf(findings);
        }
    }

    private final Document document;
    private final Words words;
    private final AlertLevel alert;
    private final Latest latest;
    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>(this, "audience", Audience.MANAGER);
    private final ObjectProperty<Purpose> purpose = new SimpleObjectProperty<>(this, "purpose", Purpose.COST);
    private final StringProperty rule = new SimpleStringProperty(this, "rule", "");
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched", false);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>(this, "shown");

    /** @param background where pages about ranges are made */
    ExplainModel(Document document, AlertLevel alert, Words words, Background background) {
        latest = new Latest(background);
        this.document = document;
        this.alert = alert;
        this.words = words;
        document.scenarioProperty().addListener(_ -> work());
        document.outlookProperty().addListener(_ -> work());
        document.momentProperty().addListener(_ -> work());
        words.languageProperty().addListener(_ -> work());
        alert.thresholds().subscribe(this::work);
        audience.addListener(_ -> work());
        rule.addListener(_ -> work());
        watched.addListener(_ -> work());
    }

    /** Who is told. */
    ObjectProperty<Audience> audienceProperty() {
        return audience;
    }

    /** What the figures are wanted for. */
    ObjectProperty<Purpose> purposeProperty() {
        return purpose;
    }

    /** The rule of the finding that is looked at; where it found nothing (any more), the first finding is. */
    StringProperty ruleProperty() {
        return rule;
    }

    /** Whether it is looked at. */
    BooleanProperty watchedProperty() {
        return watched;
    }

    /** What is shown; {@code null} until a person looked. */
    ReadOnlyObjectProperty<@Nullable Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    private void work() {
        if (!watched.get()) {
            return;
        }
        Thresholds limits = alert.thresholds().getValue();
        Addressee addressee = new Addressee(words.language(), audience.get(), limits, ZoneId.systemDefault());
        Subject subject = DocumentSubject.of(document, words.language());
        @Nullable Outlook outlook = document.outlookProperty().get();
        Supplier<Shown> made = () -> made(subject, addressee, rule.get(), outlook);
        // of a range all readings are looked at
        if (subject.timeline() == null) {
            latest.now(made, shown::set);
        } else {
            latest.ask(made, shown::set);
        }
    }

    private static Shown made(Subject subject, Addressee addressee, String rule, @Nullable Outlook outlook) {
        Messages messages = Messages.in(addressee.language());
        OverRange range = OverRange.of(subject);
        Figures figures = range.instances().figures();
        List<Finding> findings = Findings.of(
                figures,
                addressee.thresholds(),
                subject.measured(),
                Prospect.of(outlook, subject.ledger().assumptions(), subject.plan()));
        Finding chosen = findings.stream()
                .filter(finding -> finding.rule().equals(rule))
                .findFirst()
                .or(() -> findings.stream().findFirst())
                .orElse(null);
        Proof proof = Proof.of(chosen, figures, new Exhibits(messages));
        List<String> gpus = Optional.ofNullable(chosen).map(Finding::gpus).orElse(List.of());
        return new Shown(
                Explanation.of(range, addressee),
                findings,
                chosen,
                proof,
                PartitionStrip.of(figures, Set.copyOf(proof.instances()), gpus, messages),
                figures);
    }
}
