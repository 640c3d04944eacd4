package io.slicewise.desktop.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.slicewise.desktop.monitoring.ConnectionInput.Kind;
import io.slicewise.desktop.monitoring.ConnectionInput.Result;
import io.slicewise.live.connection.Access;
import io.slicewise.live.connection.Secret;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnteredTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    static ConnectionInput to(String address) {
        return entered(address, Kind.NONE, "", "", "", "");
    }

    private static ConnectionInput entered(
            String address, Kind kind, String user, String secret, String proxy, String header) {
        Secret none = Secret.of("");
        return new ConnectionInput(
                address,
                kind,
                user,
                Secret.of(secret),
                "",
                "",
                "",
                none,
                proxy,
                "team-a",
                List.of(new ConnectionInput.Header(header, Secret.of("k3y"))));
    }

    private static Result.Good good(ConnectionInput entered) {
        return assertInstanceOf(Result.Good.class, entered.read());
    }

    private static String bad(ConnectionInput entered) {
        return assertInstanceOf(Result.Bad.class, entered.read()).why().key();
    }

    @Test
    void everyFieldArrivesAndSecretsStayApart() {
        ConnectionInput entered =
                entered("https://a.example/", Kind.BASIC, " kim ", "pa55", "proxy.example:3128", "X-Api-Key");
        Result.Good good = good(entered);
        assertEquals("https://a.example", good.connection().base().toString());
        assertEquals(new Access.Basic("kim"), good.connection().access());
        assertEquals("team-a", good.connection().tenant());
        assertEquals(
                InetSocketAddress.createUnresolved("proxy.example", 3128),
                good.connection().proxy());
        assertEquals(List.of("X-Api-Key"), good.connection().headers());
        assertEquals(Secret.of("pa55"), good.credentials().access());
        assertEquals(Map.of("X-Api-Key", Secret.of("k3y")), good.credentials().headers());
        String all = entered.toString() + good.connection() + good.credentials();
        assertFalse(all.contains("pa55") || all.contains("k3y"), all);
    }

    @Test
    void aUserOrPasswordInTheAddressIsRefused() {
        for (String who : List.of("kim:pa55", "kim", ":pa55")) {
            ConnectionInput entered = to("http://" + who + "@a.example:9090/graph");
            assertEquals("monitoring.live.inAddress", bad(entered), who);
            assertFalse(entered.read().toString().contains("pa55"));
        }
    }

    @Test
    void whatWasLeftEmptyIsNoSecret() {
        assertNull(good(entered("a", Kind.BEARER, "", "", "", "")).credentials().access());
    }

    @Test
    void whatCannotBeMeantIsSaid() {
        assertEquals("live.address.empty", bad(to(" ")));
        assertEquals("monitoring.live.user.none", bad(entered("a", Kind.BASIC, " ", "x", "", "")));
        assertEquals("monitoring.live.proxy.wrong", bad(entered("a", Kind.NONE, "", "", "proxy", "")));
        assertEquals("monitoring.live.proxy.wrong", bad(entered("a", Kind.NONE, "", "", "proxy:70000", "")));
        assertEquals("monitoring.live.header.wrong", bad(entered("a", Kind.NONE, "", "", "", "X Key")));
    }

    @Test
    void rangesAreReadAsTheyAreShown() {
        Instant now = Instant.parse("2026-05-31T06:30:00Z");
        RangeAsk ask = RangeAsk.last(Duration.ofHours(1), now, SEOUL, Duration.ofMinutes(1));
        assertEquals(new RangeAsk("2026-05-31 14:30", "2026-05-31 15:30", Duration.ofMinutes(1)), ask);
        RangeAsk.Result.Good good = assertInstanceOf(RangeAsk.Result.Good.class, ask.read(SEOUL, 300));
        assertEquals(61, good.grid().count());
        assertEquals(now, good.grid().to());
    }

    @Test
    void rangesThatAreNoneAreSaid() {
        assertEquals("monitoring.range.form", wrong("yesterday", "2026-05-31 14:30"));
        assertEquals("monitoring.range.order", wrong("2026-05-31 14:31", "2026-05-31T14:30"));
        assertEquals("monitoring.range.tooMany", wrong("2020-05-31 14:30", "2026-05-31 14:30"));
    }

    private static String wrong(String from, String to) {
        RangeAsk ask = new RangeAsk(from, to, Duration.ofSeconds(15));
        return assertInstanceOf(RangeAsk.Result.Bad.class, ask.read(SEOUL, 300))
                .why()
                .key();
    }
}
