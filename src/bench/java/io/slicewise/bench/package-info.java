/**
 * How fast it is: {@code mvn -Pbench verify}. Figures and edits are measured with JMH; the start and a drag in processes
 * and windows of their own. Nothing here is a test: machines are noisy, and figures are read by people, as ratios within
 * one run where that can be.
 */
package io.slicewise.bench;
