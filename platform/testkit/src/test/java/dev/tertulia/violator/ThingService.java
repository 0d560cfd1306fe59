package dev.tertulia.violator;

import org.jspecify.annotations.Nullable;

class ThingService {

    @Nullable
    UnroutedResource upwards;
}
