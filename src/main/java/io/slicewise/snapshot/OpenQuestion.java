package io.slicewise.snapshot;

import io.slicewise.mig.ProfileListing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What a file leaves open and a person can tell. */
public sealed interface OpenQuestion {
    /** The file that leaves it open. */
    String file();

    /**
     * Which of the named configurations of a file is meant. The answer is {@link SnapshotOptions#withConfig}, with which
     * the file is read again.
     *
     * @param choices in the order of the file; at least one
     */
    record ChooseConfiguration(String file, List<Configuration> choices) implements OpenQuestion {
        public ChooseConfiguration {
            choices = List.copyOf(choices);
        }

        /** The one that is offered first: the first that has instances, or the first. */
        public Configuration offered() {
            return choices.stream()
                    .filter(choice -> !choice.contents().isEmpty())
                    .findFirst()
                    .orElse(choices.getFirst());
        }
    }

    /**
     * A named configuration.
     *
     * @param contents its instances, as {@code 7 × 1g.5gb} for all devices or after the numbers of some; empty where it
     *     has none
     */
    record Configuration(String name, String contents) {}

    /**
     * A column that does not tell whose it is, with what it may be.
     *
     * @param number from 1
     * @param title as printed; several can have the same
     * @param gpu a number or a UUID; empty where each row of the table says whose its values are
     * @param instance the id of the instance; empty for the whole GPU
     * @param profile empty where nothing tells
     * @param model the GPU's model as exporters print it; empty where it was not said
     */
    record Column(int number, String title, String gpu, String instance, String profile, String model) {
        /** Of a GPU whose model was not said. */
        public Column(int number, String title, String gpu, String instance, String profile) {
            this(number, title, gpu, instance, profile, "");
        }

        /** One that has the utilization of whatever its rows name. */
        public static Column ofRows(int number, String title) {
            return new Column(number, title, "", "", "");
        }

        boolean isOfRows() {
            return gpu.isEmpty();
        }

        /** Whose the column is, as it stands here. */
        public RawSource source() {
            boolean counted = gpu.chars().allMatch(Character::isDigit);
            return RawSource.of(counted ? "" : gpu, counted ? gpu : "", model, profile, instance);
        }
    }

    /**
     * Whose the columns of a table are. The answer is {@link #answer}, with which the file is read again; it holds for
     * every table with the same header.
     *
     * @param header what tells this header from others
     * @param columns those that do not tell, with guesses; at least one
     */
    record MapColumns(String file, String header, List<Column> columns) implements OpenQuestion {
        public MapColumns {
            columns = List.copyOf(columns);
        }

        /** What tells a header from others. */
        public static String headerId(List<String> titles) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                byte[] hash = digest.digest(String.join("\n", titles).getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash, 0, 8);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }

        /** Options with whose the columns of a table with this header are; a column that is missing is left out. */
        public static SnapshotOptions answer(SnapshotOptions options, String header, List<Column> columns) {
            SnapshotOptions answered = options;
            for (Column column : columns) {
                answered = answered.withColumn(header + "#" + column.number(), column.source());
            }
            return answered;
        }
    }

    /**
     * Which column of a table has the utilization. The answer is {@link #answer}, with which the file is read again.
     *
     * @param header what tells this header from others
     * @param choices those that may have it; at least one
     */
    record ChooseUtilization(String file, String header, List<Column> choices) implements OpenQuestion {
        public ChooseUtilization {
            choices = List.copyOf(choices);
        }

        /** Options with the choice, for every table with this header. */
        public static SnapshotOptions answer(SnapshotOptions options, String header, Column chosen) {
            return options.withUtilization(header + "#" + chosen.number());
        }
    }

    /** Options with what was said before about a table with this header, whichever was asked about it. */
    static SnapshotOptions said(SnapshotOptions options, String header, List<Column> columns) {
        SnapshotOptions answered = options;
        for (Column column : columns) {
            answered = column.isOfRows()
                    ? ChooseUtilization.answer(answered, header, column)
                    : MapColumns.answer(answered, header, List.of(column));
        }
        return answered;
    }

    /** What to call a GPU whose profiles are listed, and that the catalogue does not have. The answer makes a model of it. */
    record NameGpu(String file, ProfileListing listing) implements OpenQuestion {}
}
