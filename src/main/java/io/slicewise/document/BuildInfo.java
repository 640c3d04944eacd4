package io.slicewise.document;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the build says about this product.
 *
 * @param version such as {@code 0.1.0}; empty where it was not built, but started from its classes
 * @param date the day that the build is of; {@code null} where it was not said
 * @param releases where a newer version is announced, as JSON with its {@code version} and a {@code page} about it; {@code
 *     null} where the product has no such address
 */
public record BuildInfo(
        String version, @Nullable LocalDate date, @Nullable URI releases) {
    /** Of the product that runs. */
    public static BuildInfo present() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException _) {
            // then it says nothing
        }
        BuildInfo said = of(properties);
        return said.version().isEmpty() ? new BuildInfo(packaged(), said.date(), said.releases()) : said;
    }

    /** What the properties of a build say; what was not filled in is not there. */
    static BuildInfo of(Properties properties) {
        return new BuildInfo(
                filled(properties, "version"),
                date(filled(properties, "date")),
                address(filled(properties, "releases")));
    }

    private static String filled(Properties properties, String name) {
        String value = properties.getProperty(name, "").strip();
        return value.startsWith("${") ? "" : value;
    }

    private static @Nullable LocalDate date(String instant) {
        try {
            return instant.isEmpty() ? null : LocalDate.ofInstant(Instant.parse(instant), ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    private static @Nullable URI address(String text) {
        try {
            URI address = new URI(text);
            return "https".equals(address.getScheme()) && address.getHost() != null ? address : null;
        } catch (URISyntaxException _) {
            return null;
        }
    }

    /** The module's version, or the jar's where that is on the class path. */
    private static String packaged() {
        return Optional.ofNullable(BuildInfo.class.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion)
                .or(() -> Optional.ofNullable(BuildInfo.class.getPackage().getImplementationVersion()))
                .orElse("");
    }
}
