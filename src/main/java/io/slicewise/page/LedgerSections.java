package io.slicewise.page;

import io.slicewise.fleet.Gpu;
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

/** The sections about money, watts and alternatives; none where nobody said anything about them. */
final class LedgerSections {
    private static final int MOST_ROWS = 40;

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
        Assumptions assumptions = ledger().assumptions();
        if (assumptions.rates().isEmpty()) {
            return Optional.empty();
        }
        Attribute by = whose();
        PaidTime time = new PaidTime(
                assumptions.rates(),
                BigDecimal.ONE,
                by,
                (gpu, instance) -> ledger().labels().of(new InstanceRef(gpu.id(), instance.id())));
        CostStatement statement = CostStatement.of(
                ledger().hardware(), subject.timeline(), time, assumptions.rule(), assumptions.spread());
        MoneyBlocks blocks = new MoneyBlocks(statement, assumptions, Text.of("money.whose." + by.id()), words);
        return Optional.of(phrases.section(SectionKind.MONEY, blocks.all(MOST_ROWS), ""));
    }

    /** By owners where there are any, else by hosts, else by GPUs. */
    private Attribute whose() {
        List<Gpu> gpus = ledger().hardware();
        boolean owned = gpus.stream()
                .flatMap(gpu -> gpu.instances().stream())
                .anyMatch(instance -> !instance.owner().isEmpty());
        if (owned) {
            return Attribute.Field.OWNER;
        }
        return gpus.stream().anyMatch(gpu -> !gpu.host().isEmpty()) ? Attribute.Field.HOST : Attribute.Field.GPU;
    }

    /** What it draws; nothing where not one GPU's watts are known. */
    Optional<Section> power() {
        Assumptions assumptions = ledger().assumptions();
        FleetPower power = FleetPower.of(ledger().hardware(), assumptions::idleOf, assumptions::maxOf);
        boolean anyKnown =
                power.gpus().stream().anyMatch(gpu -> !Double.isNaN(gpu.draw().total()));
        return anyKnown
                ? Optional.of(phrases.section(
                        SectionKind.POWER, new PowerBlocks(power, assumptions, words).all(MOST_ROWS), ""))
                : Optional.empty();
    }

    /** The variants side by side; nothing where there are none. */
    Optional<Section> alternatives() {
        if (ledger().alternatives().isEmpty()) {
            return Optional.empty();
        }
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
        List<Block> blocks =
                new AlternativeBlocks(all, 0, ledger().assumptions().currency(), words).blocks();
        return Optional.of(phrases.section(SectionKind.ALTERNATIVES, blocks, ""));
    }
}
