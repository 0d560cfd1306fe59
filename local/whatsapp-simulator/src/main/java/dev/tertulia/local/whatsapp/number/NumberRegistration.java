package dev.tertulia.local.whatsapp.number;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What Meta knows of a number, and where its webhooks go.
 *
 * @param phoneNumberId its id in the Graph API
 * @param displayPhoneNumber the number itself, digits
 * @param verifiedName the business's name that customers see
 * @param wabaId the WhatsApp Business Account, which owns numbers and templates
 * @param accessToken the Bearer token that the business calls with
 * @param appSecret signs the webhooks
 * @param verifyToken goes along when the callback is verified
 * @param callbackUrl where webhooks go; absent: nowhere, as with an app that has not subscribed
 */
public record NumberRegistration(
        String phoneNumberId,
        String displayPhoneNumber,
        @Nullable String verifiedName,
        String wabaId,
        String accessToken,
        String appSecret,
        @Nullable String verifyToken,
        @Nullable String callbackUrl) {

    private static final Pattern ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");
    private static final int LONGEST = 2_000;

    public NumberRegistration {
        id("phoneNumberId", phoneNumberId);
        id("wabaId", wabaId);
        displayPhoneNumber = digits(displayPhoneNumber);
        secret("accessToken", accessToken);
        secret("appSecret", appSecret);
        if (callbackUrl != null) {
            callbackUrl = httpUrl(callbackUrl);
        }
    }

    NumberRegistration withCallback(@Nullable String url, @Nullable String token) {
        return new NumberRegistration(
                phoneNumberId, displayPhoneNumber, verifiedName, wabaId, accessToken, appSecret, token, url);
    }

    private static void id(String name, @Nullable String value) {
        if (value == null || !ID.matcher(value).matches()) {
            throw new InvalidValue(name + " is required: 1 to 64 letters, digits, '-' or '_'");
        }
    }

    private static void secret(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST) {
            throw new InvalidValue(name + " is required, at most " + LONGEST + " characters");
        }
    }

    private static String digits(@Nullable String number) {
        String digits = number == null ? "" : number.replaceAll("[^0-9]", "");
        if (digits.length() < 5 || digits.length() > 15) {
            throw new InvalidValue("displayPhoneNumber is required: 5 to 15 digits");
        }
        return digits;
    }

    private static URI parsed(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidValue("callbackUrl is an http or https URL");
        }
    }

    private static String httpUrl(String url) {
        URI uri = parsed(url.strip());
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || url.length() > LONGEST) {
            throw new InvalidValue("callbackUrl is an http or https URL");
        }
        return uri.toString();
    }
}
