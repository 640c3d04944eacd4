package io.slicewise.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * A picture that says whose a report is.
 *
 * @param kind what the file is
 * @param bytes the file
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // no one compares logos, and a copy of a picture for each look is none
public record Logo(Kind kind, byte[] bytes, int width, int height) {
    private static final int MAGIC = 0xff;

    /** Sharp on the largest page; a picture of more would cost minutes and gigabytes. */
    private static final long MOST_PIXELS = 16_000_000;

    /** What a picture file can be. */
    public enum Kind {
        PNG("image/png"),
        JPEG("image/jpeg");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }

    /** The picture in a file; empty where it is neither PNG nor JPEG, broken, or of more than 16 million pixels. */
    public static Optional<Logo> of(byte[] file) {
        try {
            if (pixels(file) > MOST_PIXELS) {
                return Optional.empty();
            }
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
            if (image == null || file.length == 0) {
                return Optional.empty();
            }
            int first = file[0] & MAGIC;
            return switch (first) {
                case 0x89 -> Optional.of(new Logo(Kind.PNG, file, image.getWidth(), image.getHeight()));
                case 0xff -> Optional.of(new Logo(Kind.JPEG, file, image.getWidth(), image.getHeight()));
                default -> Optional.empty();
            };
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** How many pixels a picture says that it has, without unpacking them; 0 where it is none. */
    private static long pixels(byte[] file) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return 0;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in);
                return (long) reader.getWidth(0) * reader.getHeight(0);
            } finally {
                reader.dispose();
            }
        }
    }

    /** Its height where it may be so wide and so high, without being squeezed. */
    public double heightWithin(double widest, double highest) {
        return Math.min(highest, widest * height / width);
    }

    /** Its width where it is so high. */
    public double widthAt(double high) {
        return high * width / height;
    }
}
