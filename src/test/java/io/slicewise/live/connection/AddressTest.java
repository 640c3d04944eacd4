package io.slicewise.live.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "localhost:9090, http://localhost:9090",
        "' https://prometheus.example/ ', https://prometheus.example",
        "HTTPS://prometheus.example, https://prometheus.example",
        "http://host:9090/graph?g0.expr=up&g0.tab=0, http://host:9090",
        "http://host:9090/api/v1/query?query=up, http://host:9090",
        "https://mimir.example/prometheus/, https://mimir.example/prometheus",
        "https://mimir.example/prometheus/api/v1/query_range, https://mimir.example/prometheus",
        "http://victoria:8481/select/0/prometheus/vmui/#/?a=b, http://victoria:8481/select/0/prometheus",
        "https://grafana.example/api/datasources/proxy/uid/P1/, https://grafana.example/api/datasources/proxy/uid/P1",
        "http://[::1]:9090, http://[::1]:9090",
        "192.0.2.7, http://192.0.2.7"
    })
    void whatPeopleTypeBecomesTheAddressOfTheApi(String typed, String base) {
        Address address = Address.of(typed);
        assertNull(address.problem());
        assertEquals(URI.create(base), address.base());
    }

    @ParameterizedTest
    @CsvSource({
        "'', live.address.empty",
        "'  ', live.address.empty",
        "ftp://host, live.address.scheme",
        "http://, live.address.malformed",
        "http:///path, live.address.host",
        "http://host:99999, live.address.host",
        "http://ho st, live.address.malformed",
        "https://host/prometheus?token=abc, live.address.query",
        "https://host?tenant=a, live.address.query",
        "https://host/api/v1/query?query=up&access_token=abc, live.address.query",
        "https://host/graph?g0.expr=up&apikey=k, live.address.query"
    })
    void whatIsNoAddressIsSaid(String typed, String key) {
        Address address = Address.of(typed);
        assertNull(address.base());
        assertNotNull(address.problem());
        assertEquals(key, address.problem().key());
    }

    @Test
    void userAndPasswordAreTakenOutOfTheAddressAndShowNowhere() {
        Address address = Address.of("https://kim:s3cret@prometheus.example:9090/x");
        assertEquals(URI.create("https://prometheus.example:9090/x"), address.base());
        assertEquals("kim", address.user());
        assertNotNull(address.password());
        assertEquals("s3cret", address.password().reveal());
        assertFalse(address.toString().contains("s3cret"), address.toString());
        Address broken = Address.of("https://kim:s3 cret@prometheus.example");
        assertFalse(broken.toString().contains("cret"), broken.toString());
    }
}
