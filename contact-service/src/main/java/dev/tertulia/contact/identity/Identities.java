package dev.tertulia.contact.identity;

import dev.tertulia.platform.phone.PhoneNumber;
import dev.tertulia.platform.phone.Phones;
import java.net.IDN;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Brings what people write and what providers send into the form in which identities are compared. */
public final class Identities {
    /** The kinds that people may give a contact. */
    public static final Set<String> KINDS = Set.of(
            Identity.PHONE,
            Identity.EMAIL,
            Identity.WHATSAPP,
            "telegram",
            "messenger",
            "instagram",
            "slack",
            "widget",
            "api");

    static final int LONGEST_VALUE = 320;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\\p{Cntrl}\"(),:;<>\\[\\\\\\]]{1,64}@[^\\s@\\p{Cntrl}.]+(\\.[^\\s@\\p{Cntrl}.]+)+");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,31}");

    private Identities() {}

    /**
     * A phone number; empty if it cannot be one.
     *
     * @param region ISO 3166 code of the country of numbers written without a country code; null: they cannot be read
     */
    public static Optional<Identity> phone(String written, @Nullable String region) {
        // Without a plus the digits could begin with any country's code, or with none: guessing would make strangers
        // one.
        if (region == null && !saysItsCountry(written)) {
            return Optional.empty();
        }
        PhoneNumber number = Phones.parse(written, region);
        return number.canonical() == null || number.e164() == null
                ? Optional.empty()
                : Optional.of(new Identity(Identity.PHONE, "", number.canonical(), number.e164()));
    }

    /** Whether it begins with a plus, so that it can be read without knowing a country. */
    public static boolean saysItsCountry(String phone) {
        return phone.indexOf('+') >= 0 || phone.indexOf('\uFF0B') >= 0;
    }

    /** An e-mail address; empty if it cannot be one. Case is no part of it: no provider in use tells by it. */
    public static Optional<Identity> email(String written) {
        String address = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            return Optional.empty();
        }
        int at = address.indexOf('@');
        try {
            String domain = IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            String value = (address.substring(0, at) + "@" + domain).toLowerCase(Locale.ROOT);
            return value.length() > LONGEST_EMAIL
                    ? Optional.empty()
                    : Optional.of(new Identity(Identity.EMAIL, "", value, address));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What somebody calls themselves on a channel; empty if it is nothing, or too long. */
    public static Optional<Identity> onChannel(String kind, String scope, String written, @Nullable String region) {
        return switch (kind) {
            case Identity.PHONE -> phone(written, region);
            case Identity.EMAIL -> email(written);
            case Identity.WHATSAPP ->
                phone(written, region)
                        .map(phone -> new Identity(
                                kind, scope, phone.value(), phone.address().substring(1)))
                        .or(() -> asWritten(kind, scope, written));
            default -> asWritten(kind, scope, written);
        };
    }

    /**
     * Whom a message came from: first the identity that it came from, then what else is known to be the same person, the
     * surer before the less sure. Empty where the event names nobody that could be kept.
     */
    public static List<Identity> seen(
            String kind, String scope, String value, String address, @Nullable String phone, @Nullable String userId) {
        if (!KIND.matcher(kind).matches()) {
            return List.of();
        }
        List<Identity> seen = new ArrayList<>();
        asWritten(kind, scope, value)
                .map(identity -> new Identity(
                        kind, scope, canonical(kind, identity.value()), address.isBlank() ? value : cut(address)))
                .ifPresent(seen::add);
        if (userId != null && !userId.equals(value)) {
            asWritten(kind, scope, userId).ifPresent(seen::add);
        }
        if (phone != null) {
            ofProvidersPhone(phone).ifPresent(seen::add);
        }
        return seen;
    }

    /** The provider knows that the number exists, even where libphonenumber does not. */
    private static Optional<Identity> ofProvidersPhone(String phone) {
        return phone(phone, null)
                .or(() -> Phones.canonicalWhatsApp(phone)
                        .map(canonical -> new Identity(
                                Identity.PHONE, "", canonical, phone.startsWith("+") ? phone : "+" + phone)));
    }

    private static String canonical(String kind, String value) {
        return kind.equals(Identity.WHATSAPP) ? Phones.canonicalWhatsApp(value).orElse(value) : value;
    }

    private static Optional<Identity> asWritten(String kind, String scope, String written) {
        String value = Normalizer.normalize(written, Normalizer.Form.NFC).strip();
        return value.isEmpty() || value.length() > LONGEST_VALUE || value.indexOf('\0') >= 0
                ? Optional.empty()
                : Optional.of(new Identity(kind, scope, value, value));
    }

    private static String cut(String address) {
        return address.length() <= LONGEST_VALUE ? address : address.substring(0, LONGEST_VALUE);
    }
}
