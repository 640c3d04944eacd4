package io.slicewise.bench;

import io.slicewise.document.Opened;
import io.slicewise.document.Opener;
import io.slicewise.mig.Catalogue;
import io.slicewise.snapshot.exposition.ReadWatch;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * How long an opening goes on after somebody stopped it, at moments that lie anywhere from its beginning to its end, and
 * whether it leaves a thread behind.
 */
final class Stopping {
    private static final int TIMES = 100;

    private Stopping() {}

    /** Opens a file again and again, stops each, and prints the longest time until it had stopped. */
    static void measure(Path file) throws InterruptedException {
        Opener opener = new Opener(Catalogue.builtIn());
        long start = System.nanoTime();
        opener.open(file);
        double whole = (System.nanoTime() - start) / 1e6;
        Random random = new Random(1);
        int threads = Thread.activeCount();
        double longest = 0;
        int stopped = 0;
        for (int i = 0; i < TIMES; i++) {
            One one = new One(opener, file);
            one.start();
            Thread.sleep((long) (random.nextDouble() * whole * 0.9));
            longest = Math.max(longest, one.cancel());
            stopped += one.result instanceof Opened.NotOpened ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "Stopping %s, which opens in %.0f ms: %d of %d before the end, the last word after at most %.0f ms (wanted:"
                        + " 100); left behind: %d threads%n",
                file.getFileName(),
                whole,
                stopped,
                TIMES,
                longest,
                Math.max(0, Thread.activeCount() - threads));
    }

    /** An opening in a thread of its own. */
    private static final class One extends Thread implements ReadWatch {
        private final Opener opener;
        private final Path file;
        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile Opened result;
        private volatile long end;

        One(Opener opener, Path file) {
            this.opener = opener;
            this.file = file;
        }

        @Override
        public void run() {
            result = opener.open(file, this);
            end = System.nanoTime();
        }

        @Override
        public boolean cancelled() {
            return stopped.get();
        }

        /** How many milliseconds it went on. */
        double cancel() throws InterruptedException {
            long asked = System.nanoTime();
            stopped.set(true);
            join();
            return Math.max(0, (end - asked) / 1e6);
        }
    }
}
