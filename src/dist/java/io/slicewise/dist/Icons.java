package io.slicewise.dist;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Icons of Windows and macOS: both formats hold PNG pictures of several sizes. */
final class Icons {
    private static final List<Integer> ICO_SIZES = List.of(16, 32, 64, 128, 256);

    private Icons() {}

    /** An {@code .ico}: a header, an entry of 16 bytes for each picture, the pictures. */
    static byte[] ico(Path pictures) throws IOException {
        List<byte[]> images = new ArrayList<>();
        int offset = 6 + 16 * ICO_SIZES.size();
        ByteBuffer head = ByteBuffer.allocate(offset).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        for (int size : ICO_SIZES) {
            byte[] image = Files.readAllBytes(pictures.resolve("icon-" + size + ".png"));
            byte side = (byte) (size == 256 ? 0 : size); // 0 stands for 256
            head.put(side)
                    .put(side)
                    .put((byte) 0)
                    .put((byte) 0)
                    .putShort((short) 1)
                    .putShort((short) 32);
            head.putInt(image.length).putInt(offset);
            offset += image.length;
            images.add(image);
        }
        ByteArrayOutputStream ico = new ByteArrayOutputStream();
        ico.write(head.array());
        for (byte[] image : images) {
            ico.write(image);
        }
        return ico.toByteArray();
    }

    /** An {@code .icns}: chunks of a type for each size, all lengths including the eight bytes of the chunk's head. */
    static byte[] icns(Path pictures) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (String[] chunk : new String[][] {
            {"icp4", "16"}, {"icp5", "32"}, {"icp6", "64"}, {"ic07", "128"}, {"ic08", "256"}, {"ic09", "512"}
        }) {
            byte[] image = Files.readAllBytes(pictures.resolve("icon-" + chunk[1] + ".png"));
            chunks.write(chunk(chunk[0], image));
        }
        return chunk("icns", chunks.toByteArray());
    }

    private static byte[] chunk(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .putInt(8 + content.length)
                .put(content)
                .array();
    }
}
