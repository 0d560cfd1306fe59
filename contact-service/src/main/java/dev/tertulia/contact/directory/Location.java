package dev.tertulia.contact.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a contact is, as far as one knows. */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Where a contact is, as far as one knows.")
public record Location(
        @Column(name = "location_address") @Size(max = 500) @Schema(examples = "Carrera 7 # 71-21") @Nullable
        String address,

        @Column(name = "location_city") @Size(max = 200) @Schema(examples = "Bogotá") @Nullable
        String city,

        @Column(name = "location_region") @Size(max = 200) @Schema(examples = "Cundinamarca") @Nullable
        String region,

        @Column(name = "location_country")
        @Pattern(regexp = "[A-Z]{2}", message = "must be an ISO 3166 code of two capital letters")
        @Schema(examples = "CO")
        @Nullable
        String country,

        @Column(name = "location_latitude") @DecimalMin("-90") @DecimalMax("90") @Schema(examples = "4.6561") @Nullable
        Double latitude,

        @Column(name = "location_longitude")
        @DecimalMin("-180")
        @DecimalMax("180")
        @Schema(examples = "-74.0563")
        @Nullable
        Double longitude) {

    static final Location UNKNOWN = new Location(null, null, null, null, null, null);

    /** Null instead of a location that says nothing. */
    static @Nullable Location orNull(@Nullable Location location) {
        return UNKNOWN.equals(location) ? null : location;
    }
}
