package io.slicewise.cli;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A long output in parts, which are made on all cores and handed on in their order: the result is that of one core. */
final class Parts {
    private static final int CORES = Runtime.getRuntime().availableProcessors();

    private Parts() {}

    /** Makes a part. */
    interface Maker<T> {
        /** Of the elements from {@code from} on, before {@code to}. In any thread. */
        T make(int from, int to);
    }

    /**
     * Makes and hands on all parts. A few more than there are cores are held at a time; a single one is made in this thread.
     *
     * @param first the first element
     * @param end behind the last one
     * @param size how many are a part
     * @param to gets them in this thread
     */
    static <T> void inOrder(int first, int end, int size, Maker<T> maker, Consumer<T> to) {
        if (end - first <= size) {
            to.accept(maker.make(first, end));
            return;
        }
        try (ExecutorService cores = Executors.newFixedThreadPool(
                CORES, Thread.ofPlatform().daemon().name("parts").factory())) {
            Queue<CompletableFuture<T>> waiting = new ArrayDeque<>();
            for (int next = first; next < end || !waiting.isEmpty(); next += size) {
                if (next < end) {
                    int from = next;
                    waiting.add(CompletableFuture.supplyAsync(
                            () -> maker.make(from, Math.min(end, from + size)), cores));
                }
                if (waiting.size() > CORES || next + size >= end) {
                    to.accept(result(waiting.remove()));
                }
            }
        }
    }

    private static <T> T result(CompletableFuture<T> part) {
        try {
            return part.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException its) {
                throw its;
            } else if (e.getCause() instanceof Error its) {
                throw its;
            }
            throw e;
        }
    }
}
