package io.slicewise.live;

import io.slicewise.live.ProbeResult.Stage;
import io.slicewise.live.ProbeResult.Step;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.live.query.Selection;
import io.slicewise.live.query.ServerInfo;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tries a connection from the outside in and says what is wrong and what to do. Waits for the answers.
 *
 * @param queries whom
 */
public record Probe(Queries queries) {
    /** Where Mimir, and Thanos and Prometheus behind a proxy, often have the API. */
    private static final List<String> BELOW = List.of("/prometheus", "/select/0/prometheus");

    /** Tries it. Never throws because of the server. */
    public ProbeResult run(Cancel cancel) {
        Queries answering = queries;
        try {
            answering = answering(cancel);
            ServerInfo server = answering.server(cancel);
            long series = answering.count(Selection.everything(), null, cancel);
            long instances = series == 0 ? 0 : instances(answering, null, cancel);
            Failure failure = instances > 0 ? null : new Probe(answering).nothing(null, cancel);
            return new ProbeResult(
                    steps(failure), server, answering.client().connection().base(), series, instances, failure);
        } catch (LiveException e) {
            return new ProbeResult(
                    steps(e.failure()),
                    ServerInfo.UNKNOWN,
                    answering.client().connection().base(),
                    0,
                    0,
                    e.failure());
        }
    }

    /** The API at this address, or where it often is below it. */
    private Queries answering(Cancel cancel) throws LiveException {
        try {
            queries.now(cancel);
            return queries;
        } catch (LiveException e) {
            if (e.failure().kind() != Kind.NOT_FOUND && e.failure().kind() != Kind.NOT_PROMETHEUS) {
                throw e;
            }
            for (String path : BELOW) {
                Queries below = new Queries(queries.client().under(path));
                if (isApi(below, cancel)) {
                    return below;
                }
            }
            throw e;
        }
    }

    private static boolean isApi(Queries below, Cancel cancel) throws LiveException {
        try {
            below.now(cancel);
            return true;
        } catch (LiveException e) {
            LiveException.check(cancel);
            return false;
        }
    }

    private static long instances(Queries queries, @Nullable Instant at, Cancel cancel) throws LiveException {
        long upper = queries.count(Selection.utilization(List.of("GPU_I_ID!=\"\"")), at, cancel);
        return upper > 0 ? upper : queries.count(Selection.utilization(List.of("gpu_i_id!=\"\"")), at, cancel);
    }

    /** Why a server that answers has no utilization of any instance. */
    Failure nothing(@Nullable Instant at, Cancel cancel) throws LiveException {
        String host = queries.client().connection().host();
        long wholes = queries.count(Selection.utilization(), at, cancel);
        if (wholes > 0) {
            return Failure.of(Kind.NO_MIG, Text.of("live.failed.noMig", host, wholes));
        }
        long others = queries.count(Selection.anyOfDcgm(), at, cancel);
        return others > 0
                ? Failure.of(Kind.NO_DCGM, Text.of("live.failed.noUtilization", host, others))
                : Failure.of(Kind.NO_DCGM, Text.of("live.failed.noDcgm", host));
    }

    private static List<Step> steps(@Nullable Failure failure) {
        Stage failed = failure == null ? null : stage(failure.kind());
        List<Step> steps = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            steps.add(new Step(stage, stage != failed));
            if (stage == failed) {
                break;
            }
        }
        return steps;
    }

    private static Stage stage(Kind kind) {
        return switch (kind) {
            case SETTINGS,
                    NAME,
                    REFUSED,
                    UNREACHABLE,
                    TIMEOUT,
                    BROKEN,
                    UNTRUSTED,
                    OTHER_NAME,
                    EXPIRED,
                    CLIENT_CERTIFICATE,
                    OTHER_SCHEME,
                    TLS,
                    CANCELLED -> Stage.CONNECTION;
            case PROXY, UNAUTHORIZED, TENANT, FORBIDDEN -> Stage.ACCESS;
            case REDIRECT, NOT_FOUND, NOT_PROMETHEUS, BUSY, SERVER, TOO_MANY_SAMPLES, QUERY, TOO_LARGE -> Stage.API;
            case NO_DCGM -> Stage.DCGM;
            case NO_MIG -> Stage.MIG;
        };
    }
}
