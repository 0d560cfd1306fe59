package dev.tertulia.platform.phone;

import org.jspecify.annotations.Nullable;

/**
 * What a written phone number was understood as.
 *
 * @param e164 the number to call, only when it is valid
 * @param canonical what two numbers of the same person have in common, for comparing only: national variants that
 *     providers and people mix (Brazil's ninth digit, Mexico's 1, Argentina's 9) meet in it; null when not valid
 * @param region ISO 3166 code of the number's country, {@code 001} for worldwide services; null where none is known
 * @param valid whether such a number can exist
 */
public record PhoneNumber(
        @Nullable String e164,
        @Nullable String canonical,
        @Nullable String region,
        boolean valid) {

    static final PhoneNumber NONE = new PhoneNumber(null, null, null, false);
}
