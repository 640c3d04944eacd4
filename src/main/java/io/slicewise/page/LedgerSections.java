package io.slicewise.page;

import io.slicewise.fleet.InstanceRef;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.alternative.Basis;
import io.slicewise.planning.alternative.Compared;
import io.slicewise.planning.assumption.Assumptions;
import io.slicewise.planning.money.CostStatement;
import io.slicewise.planning.money.PaidTime;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.watts.FleetPower;
import io.slicewise.text.Messages;
import io.slicewise.text.Text;
import io.slicewise.usage.survey.Attribute;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The sections about money, watts and alternatives; none where no one said anything about them. */
final class LedgerSections {
    private static final int MOST_ROWS = 40;

    /** So many owners stand on a slide beside what it is about. */
    private static final int FEW = 5;

    /** So many GPUs do. */
    private static final int MOST_GPUS = 8;

    private final Subject subject;
    private final Phrases phrases;
    private final Messages words;

    LedgerSections(Subject subject, Addressee addressee) {
        this.subject = subject;
        phrases = Phrases.of(addressee);
        words = Messages.in(addressee.language());
    }

    private Ledger ledger() {
        return subject.ledger();
    }

    /** What the hardware costs; nothing where no model has a rate. */
    Optional<Section> money() {
        return ledger().assumptions().rates().isEmpty()
                ? Optional.empty()
                : Optional.of(phrases.section(SectionKind.MONEY, costs().all(MOST_ROWS), ""));
    }

    /** The same as it can be read from a wall; where a rate is missing it says so. */
    List<Block> moneyForWall() {
        return costs().inShort(FEW);
    }

    private MoneyBlocks costs() {
        Assumptions assumptions = ledger().assumptions();
        Attribute by = PaidTime.payers(ledger().hardware());
        PaidTime time = new PaidTime(
                assumptions.rates(),
                BigDecimal.ONE,
                by,
                (gpu, instance) -> ledger().labels().of(new InstanceRef(gpu.id(), instance.id())));
        CostStatement statement = CostStatement.of(
                ledger().hardware(), subject.timeline(), time, assumptions.rule(), assumptions.spread());
        return new MoneyBlocks(statement, assumptions, Text.of("money.whose." + by.id()), words);
    }

    /** What it draws; nothing where not one GPU's watts are known. */
    Optional<Section> power() {
        return isPowerKnown(subject)
                ? Optional.of(phrases.section(SectionKind.POWER, watts().all(MOST_ROWS), ""))
                : Optional.empty();
    }

    /** The same as it can be read from a wall. */
    List<Block> powerForWall() {
        return watts().inShort(MOST_GPUS);
    }

    private PowerBlocks watts() {
        return new PowerBlocks(power(subject), ledger().assumptions(), words);
    }

    /** Whether the watts of any GPU are known. */
    static boolean isPowerKnown(Subject subject) {
        return power(subject).gpus().stream()
                .anyMatch(gpu -> !Double.isNaN(gpu.draw().total()));
    }

    private static FleetPower power(Subject subject) {
        Assumptions assumptions = subject.ledger().assumptions();
        return FleetPower.of(subject.ledger().hardware(), assumptions::idleOf, assumptions::maxOf);
    }

    /** The variants side by side; nothing where there are none. */
    Optional<Section> alternatives() {
        return ledger().alternatives().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        phrases.section(SectionKind.ALTERNATIVES, variants().blocks(), ""));
    }

    /** The same on one slide. */
    List<Block> alternativesForWall() {
        return variants().inShort();
    }

    private AlternativeBlocks variants() {
        PlanInput plan = subject.plan();
        Basis basis = new Basis(
                subject.fleet(),
                subject.figures().weights(),
                plan == null ? PlanInput.NONE : plan,
                ledger().assumptions());
        List<Compared> all = Compared.all(
                subject.name(),
                basis,
                ledger().alternatives(),
                0,
                Catalogue.builtIn().models(),
                Effort.USUAL);
        return new AlternativeBlocks(all, 0, ledger().assumptions().currency(), words);
    }
}
