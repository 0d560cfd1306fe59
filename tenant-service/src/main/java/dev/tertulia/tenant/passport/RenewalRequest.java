package dev.tertulia.tenant.passport;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A passport that is to be issued anew. */
record RenewalRequest(@NotBlank @Size(max = 16384) String passport) {
    /** Without the passport. */
    @Override
    public String toString() {
        return "RenewalRequest[]";
    }
}
