package io.slicewise.live;

import io.slicewise.live.http.Failure;
import io.slicewise.live.query.ServerInfo;
import io.slicewise.text.Text;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What trying a connection showed.
 *
 * @param steps what was tried, up to what failed
 * @param server what kind of server it is
 * @param base where the API is; another address than the one that was tried where it is below that one
 * @param series how many series a refresh is about
 * @param instances how many series of instances have a utilization
 * @param failure what failed; {@code null} where nothing did
 */
public record ProbeResult(
        List<Step> steps,
        ServerInfo server,
        URI base,
        long series,
        long instances,
        @Nullable Failure failure) {
    public ProbeResult {
        steps = List.copyOf(steps);
    }

    /** Whether everything is there that is needed. */
    public boolean isFine() {
        return failure == null;
    }

    /** What to say about it, with what to do. */
    public Text message() {
        if (failure != null) {
            return failure.message();
        }
        String shown = server.shown();
        return shown.isEmpty()
                ? Text.of("live.probe.fine", base.toString(), instances)
                : Text.of("live.probe.fineServer", shown, instances, base.toString());
    }

    /**
     * Something that was tried.
     *
     * @param stage what
     * @param passed whether it is right
     */
    public record Step(Stage stage, boolean passed) {
        /** For a person. */
        public Text text() {
            return Text.of("live.stage." + stage.id());
        }
    }

    /** What is tried, one after the other. */
    public enum Stage {
        /** Name, connection and TLS. */
        CONNECTION("connection"),
        /** Whether one is let in. */
        ACCESS("access"),
        /** Whether it is Prometheus' API. */
        API("api"),
        /** Whether there are metrics of DCGM. */
        DCGM("dcgm"),
        /** Whether they tell instances. */
        MIG("mig");

        private final String id;

        Stage(String id) {
            this.id = id;
        }

        String id() {
            return id;
        }
    }
}
