package dev.tertulia.tenant.feature;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a feature is to be on. */
@Schema(name = "FeatureSwitch")
record SwitchRequest(@Schema(examples = "true") @NotNull Boolean enabled) {}
