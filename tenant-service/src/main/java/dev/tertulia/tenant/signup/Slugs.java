package dev.tertulia.tenant.signup;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which slugs people can have, and which one fits a name. */
final class Slugs {
    /** Stricter than the database: what strangers choose looks like a name in an address. */
    static final String PATTERN = "[a-z0-9](-?[a-z0-9]){2,62}";

    private static final int MAX_LENGTH = 63;
    private static final int MIN_LENGTH = 3;

    /** Room for {@code -12345} where the slug itself is taken. */
    private static final int MAX_PROPOSED = 57;

    private static final String NAMELESS = "tenant";
    private static final Pattern SLUG = Pattern.compile(PATTERN);
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z0-9]+");
    private static final Pattern WITHIN_WORDS = Pattern.compile("['’ʼʹʺʿʾ`.]+");

    /** What could be taken for ours, in addresses, headers or mails. */
    private static final Set<String> RESERVED = Set.of(
            "about",
            "abuse",
            "account",
            "accounts",
            "admin",
            "administrator",
            "api",
            "app",
            "apps",
            "assets",
            "auth",
            "autoconfig",
            "autodiscover",
            "billing",
            "blog",
            "book",
            "cdn",
            "console",
            "contact",
            "dashboard",
            "demo",
            "dev",
            "docs",
            "download",
            "email",
            "ftp",
            "gateway",
            "health",
            "help",
            "hostmaster",
            "imap",
            "info",
            "internal",
            "invitations",
            "keycloak",
            "legal",
            "localhost",
            "login",
            "logout",
            "mail",
            "metrics",
            "mta-sts",
            "news",
            "none",
            "null",
            "oauth",
            "oidc",
            "openapi",
            "owner",
            "payments",
            "platform",
            "pop",
            "postmaster",
            "pricing",
            "privacy",
            "public",
            "realms",
            "register",
            "root",
            "security",
            "settings",
            "sign-in",
            "sign-out",
            "sign-up",
            "signin",
            "signup",
            "simulator",
            "smtp",
            "staging",
            "static",
            "status",
            "support",
            "system",
            "tenant",
            "tenants",
            "terms",
            "tertulia",
            "test",
            "undefined",
            "webhook",
            "webhooks",
            "webmaster",
            "widget",
            "ws",
            "www");

    private Slugs() {}

    static boolean isReserved(String slug) {
        // Those with two hyphens after two letters mean another script in names of hosts.
        return RESERVED.contains(slug) || slug.startsWith("xn--");
    }

    static boolean isAcceptable(String slug) {
        return slug.length() <= MAX_LENGTH && SLUG.matcher(slug).matches() && !isReserved(slug);
    }

    /** From a name in whatever script; it may be taken. */
    static String proposedFor(String name) {
        String latin = Transliteration.TO_LATIN.transliterate(name).toLowerCase(Locale.ROOT);
        String words = BETWEEN_WORDS
                .matcher(WITHIN_WORDS.matcher(latin).replaceAll(""))
                .replaceAll("-");
        String slug = trimmed(words.substring(0, Math.min(words.length(), MAX_PROPOSED)));
        if (slug.isEmpty()) {
            return NAMELESS + "-1";
        }
        return slug.length() < MIN_LENGTH || isReserved(slug) ? slug + "-" + NAMELESS : slug;
    }

    private static String trimmed(String words) {
        int from = words.startsWith("-") ? 1 : 0;
        int to = words.endsWith("-") ? words.length() - 1 : words.length();
        return from < to ? words.substring(from, to) : "";
    }

    /** Made when first needed: its rules for all scripts take a moment to load. */
    private static final class Transliteration {
        static final Transliterator TO_LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    }
}
