package io.slicewise.report;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A picture that says whose a report is.
 *
 * @param kind what the file is
 * @param bytes the file
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares logos, and a copy of a picture for each look is none
public record Logo(Kind kind, byte[] bytes, int width, int height) {
    private static final int MAGIC = 0xff;

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

    /** The picture in a file; empty where it is neither PNG nor JPEG, or broken. */
    public static Optional<Logo> of(byte[] file) {
        try {
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

    /** Its height where it may be so wide and so high, without being squeezed. */
    public double heightWithin(double widest, double highest) {
        return Math.min(highest, widest * height / width);
    }

    /** Its width where it is so high. */
    public double widthAt(double high) {
        return high * width / height;
    }
}
