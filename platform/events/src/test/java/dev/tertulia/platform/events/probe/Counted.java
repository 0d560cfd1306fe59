package dev.tertulia.platform.events.probe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The probe's event. */
public record Counted(long number, Instant at, @Nullable String note) {}
