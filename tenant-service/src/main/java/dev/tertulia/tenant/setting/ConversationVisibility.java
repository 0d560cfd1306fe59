package dev.tertulia.tenant.setting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which conversations agents see. */
public enum ConversationVisibility {
    @JsonProperty("unassigned-and-own")
    UNASSIGNED_AND_OWN,

    @JsonProperty("own")
    OWN
}
