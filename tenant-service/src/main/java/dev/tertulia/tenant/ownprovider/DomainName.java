package dev.tertulia.tenant.ownprovider;

import com.google.common.net.InternetDomainName;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail domain as DNS has it: lower case, ASCII.
 *
 * @param value such as {@code panaderialuna.example}
 */
record DomainName(String value) {
    private static final int MAX_LENGTH = 253;
    private static final Set<String> PUBLIC_MAIL = publicMail();

    /** Why a domain cannot be one tenant's. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Refused(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** @throws Refused with what is to be told to whoever wrote it */
    static DomainName ofOneOwner(String written) throws Refused {
        String domain = ascii(written);
        if (domain == null) {
            throw new Refused("must be a domain name, such as panaderialuna.example");
        }
        InternetDomainName name;
        try {
            name = InternetDomainName.from(domain);
        } catch (IllegalArgumentException e) {
            throw new Refused("must be a domain name, such as panaderialuna.example");
        }
        if (name.isPublicSuffix() || name.parts().size() < 2) {
            throw new Refused("must be a domain of one owner: names are registered below this one");
        }
        if (isPublicMail(name)) {
            throw new Refused("must be a domain of your own: anybody can have an address of this one");
        }
        return new DomainName(domain);
    }

    /** Of an e-mail address; null where it has none. */
    static @Nullable String ofAddress(@Nullable String address) {
        return address == null || address.indexOf('@') < 0
                ? null
                : ascii(address.substring(address.lastIndexOf('@') + 1));
    }

    private static @Nullable String ascii(String written) {
        String name = written.strip();
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        try {
            String ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return ascii.isEmpty() || ascii.length() > MAX_LENGTH || ascii.matches("[0-9.]+") ? null : ascii;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Also below them, which belongs to the same. */
    private static boolean isPublicMail(InternetDomainName name) {
        for (InternetDomainName part = name; ; part = part.parent()) {
            if (PUBLIC_MAIL.contains(part.toString())) {
                return true;
            }
            if (!part.hasParent()) {
                return false;
            }
        }
    }

    private static Set<String> publicMail() {
        try (InputStream in = DomainName.class.getResourceAsStream("public-mail-domains.txt")) {
            if (in == null) {
                throw new IllegalStateException("public-mail-domains.txt is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
