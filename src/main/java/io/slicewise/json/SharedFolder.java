package io.slicewise.json;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder that several processes of the product change files in: what one reads, changes and writes, no other changes
 * meanwhile.
 */
public final class SharedFolder {
    private static final String LOCK = ".slicewise-lock";

    /** A lock on a file is a process's: threads of one process wait for each other here. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private SharedFolder() {}

    /** What is done alone. */
    @FunctionalInterface
    public interface Change {
        void run() throws IOException;
    }

    /**
     * Does something while no other process does. A folder that is not there yet becomes the owner's alone.
     *
     * @param file one in the folder
     */
    public static void alone(Path file, Change change) throws IOException {
        Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        THREADS.lock();
        try {
            AtomicFile.createFolderForOwner(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                change.run();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
