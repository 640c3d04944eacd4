package io.slicewise.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;

/**
 * Moves something in each of the toolkit's own pulses, and takes the time from the movement until the layout of its pulse is
 * done: by the clock, and of the processor, which others on the machine do not lengthen. To ask for styles and layout by
 * hand would style all nodes again, which no pulse does.
 */
final class PulseTimes extends AnimationTimer {
    private static final int WARM_UP = 200;
    private static final int FRAMES = 400;
    private static final double FRAME = 1000.0 / 60;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Scene scene;
    private final String name;
    private final IntConsumer movement;
    private final Runnable done;
    private final double[] times = new double[FRAMES];
    private final double[] work = new double[FRAMES];
    private final Runnable laidOut = this::laidOut;
    private int frame = -WARM_UP;
    private long begun;
    private long cpu;

    /**
     * @param name what is printed before the times
     * @param movement gets the number of the pulse, from 0
     * @param done what is to come when it is over
     */
    PulseTimes(Scene scene, String name, IntConsumer movement, Runnable done) {
        this.scene = scene;
        this.name = name;
        this.movement = movement;
        this.done = done;
        scene.addPostLayoutPulseListener(laidOut);
    }

    @Override
    public void handle(long now) {
        begun = System.nanoTime();
        cpu = THREADS.getCurrentThreadCpuTime();
        movement.accept(frame + WARM_UP);
    }

    private void laidOut() {
        if (begun == 0) {
            return;
        }
        if (frame >= 0) {
            times[frame] = (System.nanoTime() - begun) / 1e6;
            work[frame] = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e6;
        }
        begun = 0;
        if (++frame == FRAMES) {
            stop();
            scene.removePostLayoutPulseListener(laidOut);
            print();
            done.run();
        }
    }

    private void print() {
        Arrays.sort(times);
        Arrays.sort(work);
        System.out.printf(
                Locale.ROOT,
                "%s in %.0f x %.0f pixels: median %.2f ms, 95th percentile %.2f ms, longest %.2f ms;"
                        + " of the processor %.2f, %.2f and %.2f ms"
                        + " (wanted: 95th percentile within a frame, %.1f ms, none above 100 ms)%n",
                name,
                scene.getWidth(),
                scene.getHeight(),
                times[FRAMES / 2],
                times[FRAMES * 95 / 100],
                times[FRAMES - 1],
                work[FRAMES / 2],
                work[FRAMES * 95 / 100],
                work[FRAMES - 1],
                FRAME);
    }
}
