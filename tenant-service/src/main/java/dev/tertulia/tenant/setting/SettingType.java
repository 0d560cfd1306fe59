package dev.tertulia.tenant.setting;

import com.fasterxml.jackson.annotation.JsonProperty;

/** As what a setting's value is written. */
enum SettingType {
    @JsonProperty("language-tag")
    LANGUAGE_TAG,
    @JsonProperty("time-zone")
    TIME_ZONE,
    @JsonProperty("choice")
    CHOICE,
    /** ISO 8601 in hours, minutes and seconds, such as PT72H. */
    @JsonProperty("duration")
    DURATION,
    /** ISO 8601 in days, such as P30D. */
    @JsonProperty("period")
    PERIOD,
    @JsonProperty("object")
    OBJECT,
    @JsonProperty("list")
    LIST
}
