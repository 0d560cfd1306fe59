package dev.tertulia.local.whatsapp.control;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tertulia.local.whatsapp.number.Behaviour;
import dev.tertulia.local.whatsapp.number.BusinessNumber;
import dev.tertulia.local.whatsapp.number.NumberRegistration;
import org.jspecify.annotations.Nullable;

/** A number without its secrets. {@code callback}: verified, unverified, or why its verification failed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record NumberResponse(
        String phoneNumberId,
        String displayPhoneNumber,
        @Nullable String verifiedName,
        String wabaId,
        @Nullable String callbackUrl,
        String callback,
        Behaviour behaviour) {

    static NumberResponse from(BusinessNumber number) {
        NumberRegistration registration = number.registration();
        return new NumberResponse(
                registration.phoneNumberId(),
                registration.displayPhoneNumber(),
                registration.verifiedName(),
                registration.wabaId(),
                registration.callbackUrl(),
                number.callbackState(),
                number.behaviour());
    }
}
