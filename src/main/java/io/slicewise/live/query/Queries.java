package io.slicewise.live.query;

import io.slicewise.live.http.ApiAnswer;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.Failure.Kind;
import io.slicewise.live.http.LiveException;
import io.slicewise.snapshot.json.JsonTokens;
import io.slicewise.snapshot.json.Shown;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Asks one server. Every call waits.
 *
 * @param client how
 */
public record Queries(ApiClient client) {
    private static final String QUERY = "/api/v1/query";
    /** VictoriaMetrics answers with what was half a minute ago, and at times of its own, unless it is told not to. */
    private static final String FRESH = "nocache";

    private static final String RANGE = "/api/v1/query_range";

    /** What a server says that has labels, or a proxy before it, and does not let one ask for them. */
    private static final Set<Kind> UNLISTED = Set.of(Kind.NOT_FOUND, Kind.NOT_PROMETHEUS, Kind.QUERY, Kind.FORBIDDEN);

    /**
     * Asks for one time.
     *
     * @param at the time; {@code null} for the server's now
     */
    public ApiAnswer instant(String query, @Nullable Instant at, Cancel cancel) throws LiveException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", query);
        if (at != null) {
            parameters.put("time", seconds(at));
        }
        parameters.put(FRESH, "1");
        return client.ask(QUERY, parameters, cancel);
    }

    /** Asks for a range; both ends are in it. */
    public ApiAnswer range(String query, Instant from, Instant to, Duration step, Cancel cancel) throws LiveException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("query", query);
        parameters.put("start", seconds(from));
        parameters.put("end", seconds(to));
        parameters.put("step", seconds(step.toMillis()));
        parameters.put(FRESH, "1");
        return client.ask(RANGE, parameters, cancel);
    }

    /**
     * All values that a label has had in a time, however short: from the server's index, so that no sample is read. Empty
     * where the server does not tell.
     *
     * @param selection the series that it is asked of
     */
    public List<String> values(String label, String selection, Instant from, Instant to, Cancel cancel)
            throws LiveException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("match[]", selection);
        parameters.put("start", seconds(from));
        parameters.put("end", seconds(to));
        try {
            return texts(client.ask("/api/v1/label/" + label + "/values", parameters, cancel));
        } catch (LiveException e) {
            if (UNLISTED.contains(e.failure().kind())) {
                return List.of();
            }
            throw e;
        }
    }

    /** The texts of {@code {"data":["…","…"]}}. */
    private static List<String> texts(ApiAnswer answer) {
        List<String> texts = new ArrayList<>();
        try (InputStream in = answer.open();
                JsonParser p = JsonTokens.of(in)) {
            boolean inList = false;
            for (JsonToken token = p.nextToken(); token != null; token = p.nextToken()) {
                inList = token == JsonToken.START_ARRAY || inList && token != JsonToken.END_ARRAY;
                if (inList && token == JsonToken.VALUE_STRING) {
                    texts.add(p.getString());
                }
            }
        } catch (IOException | JacksonException _) {
            // what was read until then is all that is told
        }
        return texts;
    }

    /** Asks for what a server computes. */
    public Table table(String query, @Nullable Instant at, Cancel cancel) throws LiveException {
        return table(instant(query, at, cancel));
    }

    /** An answer as rows. */
    public Table table(ApiAnswer answer) throws LiveException {
        try {
            return Table.of(answer);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The failure of an answer whose reading failed so. */
    public LiveException unreadable(IOException why) {
        LiveException inside = LiveException.in(why);
        return inside == null ? unreadable() : inside;
    }

    /** The failure of an answer that looked like one and is not. */
    private LiveException unreadable() {
        return new LiveException(Failure.of(
                Kind.BROKEN, Text.of("live.failed.broken", client.connection().host())));
    }

    /** What time it is for the server. */
    public Instant now(Cancel cancel) throws LiveException {
        Table table = table("vector(1)", null, cancel);
        if (table.rows().isEmpty()) {
            throw unreadable();
        }
        return Instant.ofEpochMilli(table.rows().getFirst().millis(0));
    }

    /** How many series a selection has; one row travels. */
    public long count(String selection, @Nullable Instant at, Cancel cancel) throws LiveException {
        return Math.round(table("count(" + selection + ")", at, cancel).onlyOrZero());
    }

    /** What kind of server it is; a server that does not tell is no failure. */
    public ServerInfo server(Cancel cancel) throws LiveException {
        ApiAnswer answer;
        try {
            answer = client.ask("/api/v1/status/buildinfo", Map.of(), cancel);
        } catch (LiveException e) {
            if (e.failure().kind() == Kind.CANCELLED) {
                throw e;
            }
            return isThanos(cancel) ? new ServerInfo("Thanos", "") : ServerInfo.UNKNOWN;
        }
        Map<String, String> told = strings(answer);
        String version = Shown.of(told.getOrDefault("version", ""));
        String application = told.getOrDefault("application", "");
        if (answer.isOfVictoriaMetrics()) {
            // says that it is a Prometheus of some version, so that Grafana uses what it can do
            return new ServerInfo("VictoriaMetrics", "");
        }
        if (!application.isEmpty()) {
            return new ServerInfo(Shown.of(application), version);
        }
        return new ServerInfo(isThanos(cancel) ? "Thanos" : "Prometheus", version);
    }

    private boolean isThanos(Cancel cancel) throws LiveException {
        try {
            return new String(readable(client.ask("/api/v1/stores", Map.of(), cancel)), StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .contains("\"success\"");
        } catch (LiveException e) {
            if (e.failure().kind() == Kind.CANCELLED) {
                throw e;
            }
            return false;
        }
    }

    private static byte[] readable(ApiAnswer answer) {
        try (InputStream in = answer.open()) {
            return in.readNBytes(1 << 16);
        } catch (IOException _) {
            return new byte[0];
        }
    }

    /** All texts of an answer by their field, whatever they are nested in. */
    private static Map<String, String> strings(ApiAnswer answer) {
        Map<String, String> strings = new LinkedHashMap<>();
        try (InputStream in = answer.open();
                JsonParser p = JsonTokens.of(in)) {
            for (JsonToken token = p.nextToken(); token != null; token = p.nextToken()) {
                String name = p.currentName();
                if (token == JsonToken.VALUE_STRING && name != null) {
                    strings.putIfAbsent(name, p.getString());
                }
            }
        } catch (IOException | JacksonException _) {
            // what was read until then is all that is told
        }
        return strings;
    }

    private static String seconds(Instant at) {
        return seconds(at.toEpochMilli());
    }

    /** Seconds with three decimals, exactly. */
    private static String seconds(long millis) {
        return Math.floorDiv(millis, 1000) + "." + String.format(Locale.ROOT, "%03d", Math.floorMod(millis, 1000));
    }
}
