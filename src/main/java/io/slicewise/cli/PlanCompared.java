package io.slicewise.cli;

import io.slicewise.mig.Catalogue;
import io.slicewise.page.Block;
import io.slicewise.page.PlanDifferences;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanComparison;
import io.slicewise.planning.purchase.PlanComparison.Row;
import io.slicewise.planning.purchase.PlanInput;
import io.slicewise.planning.purchase.Planned;
import io.slicewise.text.Messages;
import io.slicewise.text.Problem;
import io.slicewise.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code plan … --compare FILE}: another plan beside the one that was made, and in what they differ. */
final class PlanCompared {
    private final Messages words;
    private final Planned planned;
    private String name = "";
    private @Nullable PlanComparison comparison;

    PlanCompared(Messages words, Planned planned) {
        this.words = words;
        this.planned = planned;
    }

    /**
     * Plans what stands in a file, as it stands there; whether it could be read.
     *
     * @param offered what is offered where the file does not say
     */
    boolean open(String file, Catalogue catalogue, List<Offer> offered, ParseResult command, Terminal terminal) {
        List<Problem> problems = new ArrayList<>();
        PlanDemand other = new PlanDemand(catalogue, PlanChoices.NONE, Choices.of(command, catalogue), problems);
        other.read(List.of(file), terminal);
        Problems.print(problems, words, terminal.err());
        if (other.failed()) {
            return false;
        }
        name = file;
        Demand demand = other.demand();
        List<Offer> offers = other.hasOffers() ? other.offers() : offered;
        PlanInput input = new PlanInput(demand, 0, offers, other.rules());
        Text missing = input.missing();
        if (missing != null) {
            throw new UsageException(missing);
        }
        Planned before = input.planned(catalogue.models(), Effort.USUAL);
        if (before == null) {
            throw new UsageException(Text.of("plan.missing.tooLarge"));
        }
        comparison = new PlanComparison(before, planned);
        return true;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (comparison != null) {
            for (Block block : new PlanDifferences(comparison, name, words.say("plan.compare.this"), words).blocks()) {
                switch (block) {
                    case Block.Paragraph paragraph -> lines.add(paragraph.text());
                    case Block.Table table -> lines.addAll(table(table).lines());
                    default -> throw new IllegalArgumentException(block + " does not stand in a terminal");
                }
            }
        }
        return lines;
    }

    private static TextTable table(Block.Table table) {
        TextTable text = new TextTable(table.columns().stream()
                .map(column -> new TextTable.Column(column.title(), column.kind() == Block.Kind.NUMBER))
                .toList());
        table.rows().forEach(text::row);
        return text;
    }

    void write(ObjectNode node) {
        node.put("with", name);
        ArrayNode rows = node.putArray("rows");
        if (comparison != null) {
            comparison.rows().forEach(row -> write(row, rows.addObject()));
        }
    }

    private void write(Row row, ObjectNode node) {
        node.put("kind", row.kind().name().toLowerCase(Locale.ROOT)).put("id", row.id());
        switch (row) {
            case Row.Amount amount -> {
                PlanJson.put(node, "before", amount.before());
                PlanJson.put(node, "after", amount.after());
            }
            case Row.Said said -> {
                node.put("before", said(said.before()));
                node.put("after", said(said.after()));
            }
        }
    }

    private @Nullable String said(@Nullable Text text) {
        return text == null ? null : words.say(text);
    }
}
