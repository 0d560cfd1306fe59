package dev.tertulia.violator;

import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

class InjectedField {

    @Inject
    @Nullable
    String name;
}
