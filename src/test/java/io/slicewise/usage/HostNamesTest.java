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
    void whatIsOnAHostSaysItShortlyOrNotAtAllWhereTheHostStandsBesideIt() {
        String name = HOST + " · GPU 3 · 1g.10gb #2";
        assertEquals("rack12-node-003 · GPU 3 · 1g.10gb #2", names.onHost(name, HOST, false));
        assertEquals("GPU 3 · 1g.10gb #2", names.onHost(name, HOST, true));
    }

    @Test
    void aNameWithoutItsHostStaysAsItIs() {
        assertEquals("GPU 3", names.onHost("GPU 3", HOST, true));
        assertEquals("GPU 3", names.onHost("GPU 3", "", false));
    }
}
