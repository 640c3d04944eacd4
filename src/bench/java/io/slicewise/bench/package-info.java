/**
 * How fast it is: {@code mvn -Pbench verify}. Figures and edits are measured with JMH; the start, a drag, a fleet that
 * scrolls, a month that moves and the opening of large exports in processes and windows of their own. Nothing here is a test: machines are
 * noisy, and figures are read by people, as ratios within one run where that can be.
 *
 * <p>{@code ExportGenerator} writes exports of any size, {@code Opening} opens some beside rivals and prints what is wanted
 * with what was measured. After one {@code mvn -Pbench package}, which also fills {@code target/lib}, both run by
 * themselves:
 *
 * <pre>{@code
 * java -cp target/bench-classes io.slicewise.bench.ExportGenerator range /tmp/month.json gpus=100 days=30 gaps=0.001
 * java -Xmx1g -cp 'target/bench-classes:target/classes:target/lib/*' io.slicewise.bench.Opening /tmp/exports
 * java -Xmx1g -cp 'target/bench-classes:target/classes:target/lib/*' io.slicewise.bench.Opening /tmp/exports small range
 * java -cp target/bench-classes io.slicewise.bench.Processes target/slicewise.jar /tmp/exports 5
 * java -cp 'target/bench-classes:target/classes:target/lib/*' io.slicewise.bench.FirstFigures 5 target/slicewise.jar /tmp/exports
 * }</pre>
 *
 * <p>{@code Processes} measures whole ones, from start to end, of the jar or of the command that was installed ({@code
 * slicewise}); {@code FirstFigures} the window, until the figures of 10,000 GPUs stand. {@code small} measures a tenth of the size, and only what it names: {@code exposition range scrapes lines tables
 * stopping}. What is called first is cold: a process that is new, as a person has it who opens one file. What is called warm
 * is the best or the median of many rounds in that process. Rivals run in the same process or right behind it, in turns
 * where one round takes long.
 *
 * <p>{@code QueryCost} starts a real Prometheus and VictoriaMetrics, lets them scrape a stub of 10,000 GPUs, and prints
 * what each query costs them beside the plain average: {@code … io.slicewise.bench.QueryCost FOLDER prometheus gpus=3000}.
 *
 * <p>The generator also writes {@code exposition}, {@code lines}, {@code wide} and {@code long}, and takes {@code step=}
 * (seconds), {@code changes=} (of the partition of each GPU), {@code jitter=} (milliseconds) and {@code seed=}. Where the
 * kernel shares a processor among sessions, {@code echo -19 > /proc/self/autogroup} before gives fair figures.
 */
package io.slicewise.bench;
