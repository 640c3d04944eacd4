package io.slicewise.usage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class HostNamesTest {
    private static final String HOST = "rack12-node-003.seoul.example.com";

    private final HostNames names = new HostNames(true, ".seoul.example.com");

    @Test
    void theDomainThatAllShareIsLeftOut() {
        assertEquals("rack12-node-003", names.brief(HOST));
        assertEquals("node-a.tokyo.example.com", names.brief("node-a.tokyo.example.com"));
    }

    @Test
    void whatIsOnAHostDoesNotSayItWhereTheHostStandsBesideIt() {
        assertEquals("GPU 3 · 1g.10gb #2", names.besideHost(HOST + " · GPU 3 · 1g.10gb #2", HOST));
        assertEquals("GPU 3 · 1g.10gb #2", names.besideHost("rack12-node-003 · GPU 3 · 1g.10gb #2", HOST));
    }

    @Test
    void aNameWithoutItsHostStaysAsItIs() {
        assertEquals("GPU 3", names.besideHost("GPU 3", HOST));
        assertEquals("GPU 3", names.besideHost("GPU 3", ""));
    }
}
