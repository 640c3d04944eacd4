package io.slicewise.snapshot.archive;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Utf16Test {
    private static final String TEXT = "# 노드 한 곳의 값\nDCGM_FI_PROF_GR_ENGINE_ACTIVE{gpu=\"0\",pod=\"x😀\"} 0.5\r\n";

    private static byte[] decoded(byte[] bytes) throws IOException {
        return Layers.open(new ByteArrayInputStream(bytes), 64, new Meter(ArchiveLimits.DEFAULT))
                .content()
                .readAllBytes();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void bothOrdersAreReadWithAMarkAndWithout(String name) throws IOException {
        Charset charset = Charset.forName(name);
        assertArrayEquals(utf8("\uFEFF" + TEXT), decoded(("\uFEFF" + TEXT).getBytes(charset)));
        String ascii = TEXT.substring(TEXT.indexOf("DCGM"));
        assertArrayEquals(utf8(ascii), decoded(ascii.getBytes(charset)));
        byte[] packed = Packed.gzip(("\uFEFF" + TEXT).getBytes(charset));
        assertArrayEquals(utf8("\uFEFF" + TEXT), decoded(packed));
    }

    @Test
    void whatIsCutOffInTheMiddleOfACharacterEndsWithItsReplacement() throws IOException {
        byte[] whole = "\uFEFFab😀".getBytes(StandardCharsets.UTF_16LE);
        assertEquals("\uFEFFab�", new String(decoded(Arrays.copyOf(whole, 8)), StandardCharsets.UTF_8));
        assertEquals("\uFEFFab�", new String(decoded(Arrays.copyOf(whole, 7)), StandardCharsets.UTF_8));
        assertEquals("\uFEFF", new String(decoded(Arrays.copyOf(whole, 2)), StandardCharsets.UTF_8));
    }

    @Test
    void otherBytesAreLeftAlone() {
        assertNull(Utf16.charset(utf8(TEXT)));
        assertNull(Utf16.charset(new byte[600]));
        assertNull(Utf16.charset(new byte[] {'a', 0}));
        assertNull(Utf16.charset(new byte[] {(byte) 0xff}));
    }

    @Property(tries = 200)
    void anyTextComesThroughInPiecesOfAnySize(@ForAll String text, @ForAll @IntRange(min = 1, max = 9) int piece)
            throws IOException {
        byte[] bytes = ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
        FilterInputStream slow = new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(piece, length));
            }
        };
        String whole = new String(bytes, StandardCharsets.UTF_16BE);
        String read = new String(new Utf16(slow, StandardCharsets.UTF_16BE).readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(whole, read);
    }
}
