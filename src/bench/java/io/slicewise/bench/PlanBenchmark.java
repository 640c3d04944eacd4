package io.slicewise.bench;

import io.slicewise.fleet.Fleet;
import io.slicewise.mig.Catalogue;
import io.slicewise.planning.Fleets;
import io.slicewise.planning.demand.Demand;
import io.slicewise.planning.demand.DemandLine;
import io.slicewise.planning.demand.Need;
import io.slicewise.planning.moves.FewestMoves;
import io.slicewise.planning.moves.MoveAnswers;
import io.slicewise.planning.moves.MoveRequest;
import io.slicewise.planning.moves.WantedProfile;
import io.slicewise.planning.packing.Rows;
import io.slicewise.planning.program.Effort;
import io.slicewise.planning.purchase.Offer;
import io.slicewise.planning.purchase.PlanRules;
import io.slicewise.planning.purchase.Purchase;
import io.slicewise.planning.purchase.PurchasePlan;
import io.slicewise.planning.purchase.RandomPlans;
import io.slicewise.planning.room.FleetRoom;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Plans: Alibaba's demand on one model, and 200 random ones over four models with hosts (95 % of them within 100 ms). Moves in
 * 128 GPUs (within a second), and what still fits there.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@State(Scope.Benchmark)
public class PlanBenchmark {
    private static final int PLANS = 200;

    private final Catalogue catalogue = Catalogue.builtIn();
    private final List<Offer> one = List.of(Offer.of(catalogue.byId("a100-80gb").orElseThrow(), null));
    private final List<Offer> four = RandomPlans.offers(true);
    private final Demand alibaba = new Demand(List.of(
            DemandLine.of("1g", 32, new Need.Named("1g")),
            DemandLine.of("2g", 280, new Need.Named("2g")),
            DemandLine.of("3g", 389, new Need.Named("3g")),
            DemandLine.of("4g", 971, new Need.Named("4g")),
            DemandLine.of("7g", 1406, new Need.Named("7g"))));
    private final Fleet many = Fleets.random(new Random(7), 128, 0.7);
    private final List<WantedProfile> wanted = Fleets.wanted("4g 3g");
    private int next;

    /** 3,078 instances. */
    @Benchmark
    public PurchasePlan alibaba() {
        return Purchase.plan(alibaba, one, PlanRules.NONE, List.of(), Effort.USUAL);
    }

    /** The rows of a model, computed anew. */
    @Benchmark
    public Rows rows() {
        return Rows.of(one.getFirst().model());
    }

    /** Room for a 4g and a 3g among 128 GPUs that are filled to seven tenths. */
    @Benchmark
    public MoveAnswers movesIn128Gpus() {
        return FewestMoves.of(MoveRequest.of(many, wanted));
    }

    /** The three numbers of each profile there. */
    @Benchmark
    public FleetRoom roomIn128Gpus() {
        return FleetRoom.of(many, Set.of());
    }

    /** One after the other of 200. */
    @Benchmark
    public PurchasePlan fourModelsInHosts() {
        Demand demand = RandomPlans.demand(new SplittableRandom(next++ % PLANS));
        return Purchase.plan(demand, four, PlanRules.NONE, List.of(), Effort.USUAL);
    }
}
