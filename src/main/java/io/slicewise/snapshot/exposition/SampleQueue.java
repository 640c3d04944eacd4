package io.slicewise.snapshot.exposition;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Samples on their way from the thread that reads them to another one, which makes something of them: a large text is read on
 * one core and understood on another. What the handler gets is the same in the same order, and a text of a few thousand
 * samples takes no second thread.
 *
 * <p>{@link SampleHandler#wants} is asked by the thread that reads, while the other one may be at work; comments are not
 * handed on. Once all was read, {@link #end} waits for what is still on its way.
 */
public final class SampleQueue implements SampleHandler, AutoCloseable {
    private static final int BATCH = 4096;

    /** So far the thread that reads may be ahead. */
    private static final int MOST_WAITING = 4;

    private final SampleHandler to;
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final Queue<Batch> taken = new ConcurrentLinkedQueue<>();
    private @Nullable ExecutorService other;
    private Batch batch = new Batch();

    /** What the handler threw: nothing is handed to it from then on. */
    private volatile @Nullable Throwable failure;

    /** Samples in the order of the file; one without a metric is the end of an exposition. */
    private static final class Batch {
        private final @Nullable Metric[] metrics = new Metric[BATCH];
        private final ExpositionLabels[] labels = new ExpositionLabels[BATCH];
        private final double[] values = new double[BATCH];
        private final long[] times = new long[BATCH];
        private final long[] lines = new long[BATCH];
        private int count;

        void add(@Nullable Metric metric, ExpositionLabels its, double value, long time, long line) {
            metrics[count] = metric;
            labels[count] = its;
            values[count] = value;
            times[count] = time;
            lines[count] = line;
            count++;
        }

        void hand(SampleHandler to) {
            for (int i = 0; i < count; i++) {
                Metric metric = metrics[i];
                if (metric == null) {
                    to.endOfExposition();
                } else {
                    to.sample(metric, labels[i], values[i], times[i], lines[i]);
                }
            }
        }
    }

    /** @param to gets the samples, in one thread after the other and never in two at once */
    public SampleQueue(SampleHandler to) {
        this.to = to;
    }

    @Override
    public boolean wants(Metric metric) {
        return to.wants(metric);
    }

    @Override
    public void sample(Metric metric, ExpositionLabels labels, double value, long timestampMillis, long line) {
        add(metric, labels, value, timestampMillis, line);
    }

    @Override
    public void endOfExposition() {
        add(null, ExpositionLabels.NONE, Double.NaN, NO_TIMESTAMP, 0);
    }

    private void add(@Nullable Metric metric, ExpositionLabels labels, double value, long time, long line) {
        batch.add(metric, labels, value, time, line);
        if (batch.count == BATCH) {
            Batch full = batch;
            room.acquireUninterruptibly();
            rethrow();
            Batch free = taken.poll();
            batch = free == null ? new Batch() : free;
            thread().execute(() -> {
                hand(full);
                full.count = 0;
                taken.add(full);
                room.release();
            });
        }
    }

    private ExecutorService thread() {
        ExecutorService there = other;
        if (there == null) {
            there = Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("samples").factory());
            other = there;
        }
        return there;
    }

    private void hand(Batch some) {
        if (failure == null) {
            try {
                some.hand(to);
            } catch (RuntimeException | Error e) {
                failure = e;
            }
        }
    }

    /** Hands on what is left, and waits until the handler has taken all of it. What the handler threw is thrown here. */
    public void end() {
        close();
        hand(batch);
        rethrow();
    }

    private void rethrow() {
        // no switch over types: a new process takes its time over the first one
        Throwable thrown = failure;
        if (thrown instanceof RuntimeException its) {
            throw its;
        } else if (thrown instanceof Error its) {
            throw its;
        }
    }

    /** Waits for what is on its way. Nothing may be read any more. */
    @Override
    public void close() {
        ExecutorService there = other;
        if (there != null) {
            there.close();
        }
    }
}
