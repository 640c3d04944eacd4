package io.slicewise.json;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that at every moment, power cuts included, either the old or the new content is there whole.
 *
 * <p>A file that is replaced keeps who may read and write it. The temporary file beside it has a name that no one can
 * foresee, is created anew, and is the owner's alone until it is renamed; one that a crash left is swept by a later
 * writing into the same folder.
 */
public final class AtomicFile {
    private static final String PREFIX = ".slicewise-";
    private static final String SUFFIX = ".tmp";

    /** No writing takes so long: what is older was left behind. */
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> AS_USUAL = PosixFilePermissions.fromString("rw-rw-rw-");
    private static final Set<PosixFilePermission> OWN_FOLDER = PosixFilePermissions.fromString("rwx------");

    private AtomicFile() {}

    /**
     * Writes through a temporary file beside the target, forces it to the disk and renames it. A target that is a
     * symbolic link stays one: the file that it points to is replaced.
     *
     * @throws IOException when it cannot be written, also because it may not be; the target then is as it was, and nothing
     *     is left beside it
     */
    public static void write(Path target, byte[] content) throws IOException {
        Path file = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (!Files.exists(file)) {
            // what the person's umask leaves of it
            write(file, content, AS_USUAL, null);
        } else if (Files.isWritable(file)) {
            write(file, content, OWNER_ONLY, permissions(file));
        } else {
            throw new AccessDeniedException(file.toString());
        }
    }

    /** The same for what is no one else's affair: the file, and its folder where there is none, are the owner's alone. */
    public static void writeForOwner(Path target, byte[] content) throws IOException {
        Path file = target.toAbsolutePath();
        createFolderForOwner(file.getParent());
        write(file, content, OWNER_ONLY, null);
    }

    /** Makes a folder, and those above it, the owner's alone; one that is there stays as it is. */
    public static void createFolderForOwner(@Nullable Path folder) throws IOException {
        if (folder != null && !Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, OWN_FOLDER));
        }
    }

    private static void write(
            Path file, byte[] content, Set<PosixFilePermission> first, @Nullable Set<PosixFilePermission> last)
            throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new AccessDeniedException(file.toString());
        }
        sweep(folder);
        Path temporary = Files.createTempFile(folder, PREFIX, SUFFIX, attributes(folder, first));
        try {
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    channel.write(buffer);
                }
                channel.force(true);
            }
            if (last != null) {
                Files.setPosixFilePermissions(temporary, last);
            }
            move(temporary, file);
            force(folder);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** So that the new name outlives a power cut; a system that cannot do it for folders does it by itself. */
    private static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException _) {
            // the content is there, and the name is with the system
        }
    }

    private static void sweep(Path folder) {
        FileTime bound = FileTime.from(Instant.now().minus(LEFT_BEHIND));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).compareTo(bound) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException _) {
            // other people's, or gone already: it does not keep anyone from saving
        }
    }

    /** {@code null} where the system has none. */
    private static @Nullable Set<PosixFilePermission> permissions(Path file) throws IOException {
        return isPosix(file) ? Files.getPosixFilePermissions(file) : null;
    }

    private static FileAttribute<?>[] attributes(Path place, Set<PosixFilePermission> permissions) {
        return isPosix(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
