/**
 * Slurm's words for GPUs (GRES): {@code scontrol show node}, {@code slurm.conf}, {@code sinfo -O nodehost,gres,gresused}.
 * Counts of profiles of a node; what is in use is told beside.
 *
 * <p>May be here: the shape of those lines, and which model a type such as {@code a100_3g.20gb} means. May not: how
 * counts are spread over GPUs ({@code counted}).
 */
@NullMarked
package io.slicewise.snapshot.slurm;

import org.jspecify.annotations.NullMarked;
