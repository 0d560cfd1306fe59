package dev.tertulia.tenant.passport;

import dev.tertulia.tenant.identity.OwnProviders;
import dev.tertulia.tenant.user.SignIn;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the standard claims of OpenID Connect, and those by which platform administrators are known. */
final class SignInReader {
    private static final int MAX_NAME = 200;
    private static final int MAX_PART_OF_NAME = 100;
    private static final int MAX_EMAIL = 254;
    private static final int MAX_ADDRESS = 2000;
    private static final int MAX_PHONE = 40;

    private final Set<String> admins;
    private final String adminRole;
    private final List<String> rolesClaim;
    private final Set<String> secondFactorMethods;
    private final Set<String> secondFactorLevels;
    private final String providerClaim;
    private final String providerEmailClaim;

    SignInReader(IssuingConfig config) {
        this.admins = new HashSet<>();
        for (String admin : config.platformAdmins().orElse(List.of())) {
            // Addresses are compared in lower case, subjects as they are.
            admins.add(admin.contains("@") ? admin.toLowerCase(Locale.ROOT) : admin);
        }
        this.adminRole = config.platformAdminRole();
        this.secondFactorMethods = Set.copyOf(config.secondFactorMethods());
        this.secondFactorLevels = Set.copyOf(config.secondFactorLevels().orElse(List.of()));
        this.providerClaim = config.identityProviderClaim();
        this.providerEmailClaim = config.identityProviderEmailClaim();
        this.rolesClaim = List.of(config.rolesClaim().split("/"));
    }

    /** @param claims of a verified token */
    VerifiedToken read(JsonObject claims) {
        String address = text(claims, providerEmailClaim, Integer.MAX_VALUE);
        return new VerifiedToken(
                signIn(claims), assurance(claims), address == null ? null : address.toLowerCase(Locale.ROOT));
    }

    private Assurance assurance(JsonObject claims) {
        boolean secondFactor = claims.getValue("amr") instanceof JsonArray methods
                        && methods.stream().anyMatch(secondFactorMethods::contains)
                || secondFactorLevels.contains(String.valueOf(claims.getValue("acr")));
        String provider = text(claims, providerClaim, MAX_NAME);
        return new Assurance(secondFactor, OwnProviders.tenantOf(provider).orElse(null));
    }

    private SignIn signIn(JsonObject claims) {
        String issuer = text(claims, "iss", Integer.MAX_VALUE);
        String subject = text(claims, "sub", Integer.MAX_VALUE);
        if (issuer == null || subject == null) {
            throw new AuthenticationFailedException("The token names nobody");
        }
        String address = text(claims, "email", Integer.MAX_VALUE);
        String email = address == null || address.length() > MAX_EMAIL ? null : address.toLowerCase(Locale.ROOT);
        boolean verified = email != null && Boolean.TRUE.equals(claims.getValue("email_verified"));
        return new SignIn(
                issuer,
                subject,
                email,
                verified,
                name(claims, email, subject),
                text(claims, "given_name", MAX_PART_OF_NAME),
                text(claims, "family_name", MAX_PART_OF_NAME),
                text(claims, "picture", MAX_ADDRESS),
                text(claims, "phone_number", MAX_PHONE),
                isPlatformAdmin(claims, subject, verified ? email : null));
    }

    private static String name(JsonObject claims, @Nullable String email, String subject) {
        for (String claim : List.of("name", "preferred_username")) {
            String name = text(claims, claim, MAX_NAME);
            if (name != null) {
                return name;
            }
        }
        String name = email == null ? subject : email;
        return name.substring(0, Math.min(name.length(), MAX_NAME));
    }

    private boolean isPlatformAdmin(JsonObject claims, String subject, @Nullable String verifiedEmail) {
        return admins.contains(subject)
                || verifiedEmail != null && admins.contains(verifiedEmail)
                || roles(claims).contains(adminRole);
    }

    private JsonArray roles(JsonObject claims) {
        Object value = claims;
        for (String step : rolesClaim) {
            value = value instanceof JsonObject object ? object.getValue(step) : null;
        }
        return value instanceof JsonArray roles ? roles : new JsonArray();
    }

    /** Null for what is absent, blank or no text; too long a text is cut, and NUL is taken out, which no column holds. */
    private static @Nullable String text(JsonObject claims, String claim, int maxLength) {
        if (!(claims.getValue(claim) instanceof String value)) {
            return null;
        }
        String text = value.replace("\0", "").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), maxLength));
    }
}
