package dev.tertulia.violator;

import org.jspecify.annotations.Nullable;

class ThingRepository {

    @Nullable
    ThingService upwards;
}
