package dev.tertulia.messaging.conversation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param labelIds all that it is to have; none takes them off */
public record LabelsRequest(
        @NotNull @Size(max = 50) @Schema(examples = "[\"0199f0c2-7c1e-7000-8000-000000000001\"]")
        List<@NotNull UUID> labelIds) {}
