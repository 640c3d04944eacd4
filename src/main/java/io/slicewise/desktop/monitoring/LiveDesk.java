package io.slicewise.desktop.monitoring;

import io.slicewise.desktop.document.Document;
import io.slicewise.document.content.DocumentContent.Measured;
import io.slicewise.document.content.DocumentContent.Summed;
import io.slicewise.live.Fetch;
import io.slicewise.live.LiveModel;
import io.slicewise.live.LiveReader;
import io.slicewise.live.LiveState;
import io.slicewise.live.Probe;
import io.slicewise.live.ProbeResult;
import io.slicewise.live.Reading;
import io.slicewise.live.Surroundings;
import io.slicewise.live.connection.Connection;
import io.slicewise.live.connection.Credentials;
import io.slicewise.live.connection.SecretStore;
import io.slicewise.live.http.ApiClient;
import io.slicewise.live.http.Failure;
import io.slicewise.live.http.LiveException;
import io.slicewise.live.query.Queries;
import io.slicewise.snapshot.Snapshot;
import io.slicewise.snapshot.SnapshotOptions;
import io.slicewise.text.Text;
import io.slicewise.work.Cancel;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The live connection of a window: there is at most one. What the server tells becomes a document, which every answer
 * brings up to date for as long as nobody edits it. Needs no toolkit; to be used on the owner of its surroundings, which
 * never waits.
 */
public final class LiveDesk {
    /** How often a server is asked at first. */
    static final Duration FIRST_INTERVAL = Duration.ofSeconds(15);

    private static final Fetch NOBODY = _ -> {
        throw new LiveException(Failure.of(Failure.Kind.SETTINGS, Text.of("monitoring.live.address.none")));
    };

    private final LiveActions actions;
    private final Surroundings around;
    private final Supplier<SecretStore> secrets;
    private final Connections connections;
    private final ReadOnlyBooleanWrapper keyring = new ReadOnlyBooleanWrapper(this, "keyring", true);
    private final ReadOnlyObjectWrapper<@Nullable ProbeResult> probed = new ReadOnlyObjectWrapper<>(this, "probed");
    private final ReadOnlyObjectWrapper<@Nullable Text> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private final ReadOnlyBooleanWrapper trying = new ReadOnlyBooleanWrapper(this, "trying");
    private final ReadOnlyObjectWrapper<LiveState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new LiveState.Idle());
    private final ReadOnlyObjectWrapper<@Nullable Document> document = new ReadOnlyObjectWrapper<>(this, "document");
    private final ReadOnlyObjectWrapper<@Nullable LiveReader> reader = new ReadOnlyObjectWrapper<>(this, "reader");
    private final ObjectProperty<Computed> computed = new SimpleObjectProperty<>(this, "computed", Computed.AUTOMATIC);
    private final ObjectProperty<Duration> interval = new SimpleObjectProperty<>(this, "interval", FIRST_INTERVAL);
    private final BooleanProperty watched = new SimpleBooleanProperty(this, "watched", true);
    private final LiveModel model;
    private final RangeDesk range;
    private final ObservableValue<Boolean> connected = reader.map(_ -> true).orElse(false);
    private @Nullable Cancel attempt;

    /**
     * @param around threads, timer and clock; the owner is the thread of the window
     * @param secrets where secrets are kept; asked for off the owner's thread, since keyrings ask people
     * @param connections those that came about before
     */
    public LiveDesk(LiveActions actions, Surroundings around, Supplier<SecretStore> secrets, Connections connections) {
        this.actions = actions;
        this.around = around;
        this.secrets = secrets;
        this.connections = connections;
        around.worker().execute(() -> {
            boolean lasts = secrets.get().lasts();
            around.owner().execute(() -> keyring.set(lasts));
        });
        model = new LiveModel(NOBODY, FIRST_INTERVAL, around, Math::random, this::heard);
        range = new RangeDesk(actions, around, reader.getReadOnlyProperty());
        computed.subscribe((_, now) -> compute(now));
        interval.subscribe(model::setInterval);
        watched.subscribe(now -> {
            if (now) {
                model.resume();
            } else {
                model.pause();
            }
        });
    }

    /** What trying the connection showed; {@code null} before it was tried. */
    ReadOnlyObjectProperty<@Nullable ProbeResult> probedProperty() {
        return probed.getReadOnlyProperty();
    }

    /** What is wrong with what was entered; {@code null} for nothing. */
    ReadOnlyObjectProperty<@Nullable Text> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether a connection is being tried. */
    ReadOnlyBooleanProperty tryingProperty() {
        return trying.getReadOnlyProperty();
    }

    /** How the live view stands. */
    ReadOnlyObjectProperty<LiveState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** The document that shows what the server tells; {@code null} without one. */
    public ReadOnlyObjectProperty<@Nullable Document> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Whom a connection goes to; {@code null} without one. */
    ReadOnlyObjectProperty<@Nullable LiveReader> readerProperty() {
        return reader.getReadOnlyProperty();
    }

    /** Whether there is a connection, whatever comes of it. */
    public ObservableValue<Boolean> connectedProperty() {
        return connected;
    }

    /** Who computes the figures; a connection asks that way from then on. */
    ObjectProperty<Computed> computedProperty() {
        return computed;
    }

    private void compute(Computed now) {
        LiveReader asks = reader.get();
        if (asks != null) {
            LiveReader other = now.of(asks);
            reader.set(other);
            model.setFetch(other);
        }
    }

    /** From one question to the next. */
    ObjectProperty<Duration> intervalProperty() {
        return interval;
    }

    /** Whether somebody can see what the server tells; nobody is asked while nobody can. */
    public BooleanProperty watchedProperty() {
        return watched;
    }

    /** Ranges from the same server. */
    RangeDesk range() {
        return range;
    }

    /** How old what is shown is; {@code null} where nothing is. */
    @Nullable
    Duration age() {
        return state.get().age(around.clock().instant());
    }

    /** Whether secrets can be kept over starts. */
    ReadOnlyBooleanProperty keyringProperty() {
        return keyring.getReadOnlyProperty();
    }

    /** Connections that came about, the last one first. */
    ReadOnlyObjectProperty<List<Remembered>> recentProperty() {
        return connections.recentProperty();
    }

    /** Asks for a file; none when the person changes their mind. */
    Optional<Path> askFile() {
        return actions.askFile();
    }

    /** Forgets a connection, with the secrets that were kept for it. */
    void forget(Remembered connection) {
        connections.forget(connection);
        around.worker().execute(() -> secrets.get().forget(connection.connection()));
    }

    /** Tries a connection. */
    void test(ConnectionInput entered) {
        attempt(entered, false, (client, _) -> client.close());
    }

    /**
     * Tries a connection, and shows what the server tells from then on.
     *
     * @param keep whether the secrets are kept where the system keeps such
     */
    void connect(ConnectionInput entered, boolean keep) {
        attempt(entered, keep, (client, result) -> {
            if (!result.isFine()) {
                client.close();
                return;
            }
            remember(entered, keep);
            LiveReader before = reader.get();
            boolean same = before != null && base(before).equals(result.base());
            leave();
            if (!same) {
                document.set(null);
            }
            LiveReader asks =
                    computed.get().of(LiveReader.of(new Queries(client), actions.catalogue(), SnapshotOptions.NONE));
            reader.set(asks);
            model.setFetch(asks);
            model.start();
        });
    }

    private void remember(ConnectionInput entered, boolean keep) {
        if (entered.read() instanceof ConnectionInput.Result.Good(Connection connection, Credentials _)) {
            connections.remember(new Remembered(connection, computed.get(), keep && keyring.get()));
        }
    }

    /** Asks now. */
    void refresh() {
        model.refresh();
    }

    /** Ends the connection; the document stays as it is. */
    public void disconnect() {
        stopTrying();
        range.cancel();
        leave();
    }

    /** Ends a try that is under way. */
    void stopTrying() {
        Cancel now = attempt;
        attempt = null;
        trying.set(false);
        if (now != null) {
            now.cancel();
        }
    }

    private void leave() {
        model.stop();
        model.setFetch(NOBODY);
        LiveReader before = reader.get();
        reader.set(null);
        if (before != null) {
            before.queries().client().close();
        }
    }

    private static URI base(LiveReader reader) {
        return reader.queries().client().connection().base();
    }

    private void attempt(ConnectionInput entered, boolean keep, BiConsumer<ApiClient, ProbeResult> then) {
        stopTrying();
        problem.set(null);
        probed.set(null);
        switch (entered.read()) {
            case ConnectionInput.Result.Bad(Text why) -> problem.set(why);
            case ConnectionInput.Result.Good(Connection connection, Credentials credentials) -> {
                if (connection.exposesSecrets() && !actions.allowsPlain(connection.host())) {
                    return;
                }
                Cancel cancel = new Cancel();
                attempt = cancel;
                trying.set(true);
                around.worker().execute(() -> attempt(connection, credentials, keep, cancel, then));
            }
        }
    }

    /** Off the owner's thread. */
    private void attempt(
            Connection connection,
            Credentials credentials,
            boolean keep,
            Cancel cancel,
            BiConsumer<ApiClient, ProbeResult> then) {
        try {
            Credentials all = new KeptSecrets(secrets.get()).completed(connection, credentials);
            ApiClient client = ApiClient.of(connection, all, around.clock());
            ProbeResult result = new Probe(new Queries(client)).run(cancel);
            ApiClient there = client;
            if (!result.base().equals(connection.base())) {
                client.close();
                there = ApiClient.of(connection.withBase(result.base()), all, around.clock());
            }
            boolean lost = keep && result.isFine() && !secrets.get().keep(connection, credentials);
            ApiClient found = there;
            around.owner().execute(() -> {
                tried(cancel, found, result, then);
                if (lost) {
                    problem.set(Text.of("monitoring.live.notKept"));
                }
            });
        } catch (LiveException e) {
            around.owner().execute(() -> failed(cancel, e.failure().message()));
        } catch (RuntimeException | OutOfMemoryError e) {
            Text why = Failure.inside(e);
            around.owner().execute(() -> failed(cancel, why));
        }
    }

    @SuppressWarnings("ReferenceEquality") // a try is itself; one that was given up is another one
    private void tried(Cancel cancel, ApiClient client, ProbeResult result, BiConsumer<ApiClient, ProbeResult> then) {
        if (cancel != attempt) {
            client.close();
            return;
        }
        attempt = null;
        trying.set(false);
        probed.set(result);
        then.accept(client, result);
    }

    @SuppressWarnings("ReferenceEquality") // as above
    private void failed(Cancel cancel, Text why) {
        if (cancel == attempt) {
            attempt = null;
            trying.set(false);
            problem.set(why);
        }
    }

    private void heard(LiveState now) {
        state.set(now);
        if (now instanceof LiveState.Fresh fresh && stillOpen()) {
            switch (fresh.reading()) {
                case Reading.OfSeries series -> show(series.snapshot());
                case Reading.OfSums sums -> show(sums);
            }
        }
    }

    /** Whoever closes the document has seen enough. */
    private boolean stillOpen() {
        Document shown = document.get();
        if (shown == null || actions.isOpen(shown)) {
            return true;
        }
        document.set(null);
        disconnect();
        return false;
    }

    private String name(String otherwise) {
        LiveReader from = reader.get();
        return from == null ? otherwise : base(from).getAuthority();
    }

    /** Another way than before is another document: the one of before stays as it was. */
    private void show(Reading.OfSums sums) {
        Document shown = document.get();
        LiveReader from = reader.get();
        if (shown != null
                && shown.content() instanceof Summed now
                && now.reading().group() == sums.sums().group()) {
            shown.refresh(now.refreshed(sums.sums(), sums.way()));
        } else if (from != null) {
            SummedSource source =
                    new SummedSource(from, actions, around, sums.sums().labels(), null);
            document.set(actions.open(Summed.live(name(""), sums.sums(), sums.way()), source));
        }
    }

    /** All that the server tells now is shown instead of all that it told before, unless the document was edited. */
    private void show(Snapshot snapshot) {
        Document shown = document.get();
        if (shown == null || !(shown.content() instanceof Measured before)) {
            document.set(actions.open(name(snapshot.source()), snapshot));
        } else if (!shown.isEdited()) {
            shown.refresh(before.refreshed(snapshot));
        }
    }
}
