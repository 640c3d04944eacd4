/**
 * Where a monitoring server is and how to get in: what a planner fills into a form, and the secrets that go with it.
 *
 * <p>A {@link io.slicewise.live.connection.Connection} holds nothing secret, so that it can be saved, shown and logged.
 * Passwords, tokens and the values of headers are {@link io.slicewise.live.connection.Secret}s in {@link
 * io.slicewise.live.connection.Credentials}; they are asked for, or kept by a {@link
 * io.slicewise.live.connection.SecretStore}: the system's keyring, through the command that the system brings, so that
 * no library with native code comes along, or the memory of this process.
 *
 * <p>May be here: settings, secrets, keyrings. May not: requests, and secrets in a file, a text or a log.
 */
@NullMarked
package io.slicewise.live.connection;

import org.jspecify.annotations.NullMarked;
