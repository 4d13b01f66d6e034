package io.github.fullstackmaven.engine;

import java.time.Duration;

/**
 * How the engine asks a container whether it is well.
 *
 * @param command a shell command that ends with 0 when it is
 * @param interval the time between two checks
 * @param timeout how long one check may take
 * @param retries how many failures in a row make it unhealthy
 * @param startPeriod how long failures do not count after the start
 */
public record HealthCheck(
        String command, Duration interval, Duration timeout, int retries, Duration startPeriod) {}
