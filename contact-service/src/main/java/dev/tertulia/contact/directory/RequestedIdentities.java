package dev.tertulia.contact.directory;

import dev.tertulia.contact.identity.Identities;
import dev.tertulia.contact.identity.Identity;
import dev.tertulia.contact.identity.IdentityKey;
import dev.tertulia.platform.web.CommonProblem;
import dev.tertulia.platform.web.FieldError;
import dev.tertulia.platform.web.ProblemException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The identities that a request names, each with the place where it stands there. */
final class RequestedIdentities {
    private final Map<IdentityKey, Identity> identities = new LinkedHashMap<>();
    private final Map<IdentityKey, String> places = new LinkedHashMap<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final @Nullable String installationRegion;

    private RequestedIdentities(@Nullable String installationRegion) {
        this.installationRegion = installationRegion;
    }

    /**
     * Fails with a 422 that names each identity that cannot be read. The same one twice counts once.
     *
     * @param installationRegion the country of numbers where the request names none
     */
    static RequestedIdentities of(CreateContactRequest request, @Nullable String installationRegion) {
        RequestedIdentities all = new RequestedIdentities(installationRegion);
        all.addEach("phones", request.phones(), Identity.PHONE, request.defaultRegion());
        all.addEach("emails", request.emails(), Identity.EMAIL, null);
        List<IdentityRequest> others = request.identities() == null ? List.of() : request.identities();
        for (int i = 0; i < others.size(); i++) {
            IdentityRequest other = others.get(i);
            String region = other.defaultRegion() == null ? request.defaultRegion() : other.defaultRegion();
            all.add("identities[" + i + "].value", other.kind(), other.scope(), other.value(), region);
        }
        return all.checked();
    }

    /** The one of a request of its own. */
    static RequestedIdentities of(IdentityRequest request, @Nullable String installationRegion) {
        RequestedIdentities one = new RequestedIdentities(installationRegion);
        one.add("value", request.kind(), request.scope(), request.value(), request.defaultRegion());
        return one.checked();
    }

    Collection<Identity> identities() {
        return identities.values();
    }

    Collection<IdentityKey> keys() {
        return identities.keySet();
    }

    /** Where it stands in the request. */
    String place(IdentityKey key) {
        return places.getOrDefault(key, "");
    }

    private void addEach(String field, @Nullable List<String> values, String kind, @Nullable String region) {
        List<String> all = values == null ? List.of() : values;
        for (int i = 0; i < all.size(); i++) {
            add(field + "[" + i + "]", kind, null, all.get(i), region);
        }
    }

    private void add(String place, String kind, @Nullable String scope, String value, @Nullable String givenRegion) {
        String region = givenRegion == null ? installationRegion : givenRegion;
        Optional<Identity> read = Identities.onChannel(kind, scope == null ? "" : scope.strip(), value, region);
        if (read.isEmpty()) {
            errors.add(new FieldError(place, expectation(kind, value, region)));
        }
        // What stands for the same person twice, a phone and the WhatsApp of the same number, is both.
        Stream.concat(read.stream(), read.stream().flatMap(RequestedIdentities::implied))
                .forEach(identity -> {
                    identities.putIfAbsent(identity.key(), identity);
                    places.putIfAbsent(identity.key(), place);
                });
    }

    /** Who is on WhatsApp under a number has that number. */
    private static Stream<Identity> implied(Identity identity) {
        return identity.kind().equals(Identity.WHATSAPP) && identity.value().startsWith("+")
                ? Identities.phone("+" + identity.address(), null).stream()
                : Stream.empty();
    }

    private static String expectation(String kind, String value, @Nullable String region) {
        return switch (kind) {
            case Identity.PHONE ->
                region == null && !Identities.saysItsCountry(value)
                        ? "must begin with + and the country code, or defaultRegion must say the country"
                        : "must be a phone number that can exist";
            case Identity.EMAIL -> "must be an e-mail address";
            default -> "must be what the channel calls them";
        };
    }

    private RequestedIdentities checked() {
        if (!errors.isEmpty()) {
            throw ProblemException.of(CommonProblem.VALIDATION_FAILED, null, errors);
        }
        return this;
    }
}
