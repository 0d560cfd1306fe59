package dev.tertulia.messaging.inbound;

import org.jspecify.annotations.Nullable;

/** A point on the map, in degrees, with what the sender calls it. */
public record GeoLocation(
        double latitude,
        double longitude,
        @Nullable String name,
        @Nullable String address,
        @Nullable String url) {}
