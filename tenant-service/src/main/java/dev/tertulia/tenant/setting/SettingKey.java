package dev.tertulia.tenant.setting;

import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a tenant can settle: under which name, as what, with which default, and who goes by it. A setting that nobody
 * goes by yet says so. Nothing else has to know a new one but whoever goes by it.
 */
enum SettingKey {
    LOCALE(
            "locale",
            "The language in which the tenant is written to: a BCP 47 tag. The same as the tenant's locale.",
            SettingType.LANGUAGE_TAG,
            SettingValues.Language.class,
            config -> new SettingValues.Language("es"),
            true),

    TIMEZONE(
            "timezone",
            "When the tenant's days and months begin: an IANA name. The same as the tenant's timezone.",
            SettingType.TIME_ZONE,
            SettingValues.Zone.class,
            config -> new SettingValues.Zone("UTC"),
            true),

    CONVERSATIONS_VISIBILITY(
            "conversations.visibility",
            "Which conversations agents see: those assigned to them and those that are nobody's, so that they can take"
                    + " them, or their own only. An agent with the extra permission conversations:read-unassigned sees"
                    + " the latter all the same. Holds within a minute.",
            SettingType.CHOICE,
            SettingValues.Visibility.class,
            config -> new SettingValues.Visibility(ConversationVisibility.UNASSIGNED_AND_OWN),
            true),

    CONVERSATIONS_REOPEN_WITHIN(
            "conversations.reopen-within",
            "A conversation resolved less than this ago reopens when its contact writes; later a new one begins. At"
                    + " most 30 days; PT0S means never to reopen.",
            SettingType.DURATION,
            SettingValues.ReopenWithin.class,
            config -> new SettingValues.ReopenWithin(config.reopenWithin()),
            true),

    RETENTION_PROVIDER_EVENTS(
            "retention.provider-events",
            "How long webhooks are kept as they came, with what customers wrote: in days, from P1D to what the"
                    + " installation keeps. What is older is deleted within minutes and cannot be replayed.",
            SettingType.PERIOD,
            SettingValues.KeptFor.class,
            config -> new SettingValues.KeptFor(
                    Period.ofDays((int) config.eventRetention().toDays())),
            true),

    BUSINESS_HOURS(
            "business-hours",
            "When the tenant is open, by the clock of its time zone: intervals a weekday, and other ones on holidays."
                    + " For what is to come: nobody goes by it yet.",
            SettingType.OBJECT,
            SettingValues.Hours.class,
            config -> new SettingValues.Hours(BusinessHours.ALWAYS_OPEN),
            false),

    NOTIFICATIONS(
            "notifications",
            "Who is told of what, and how: one rule an event; of an event without a rule nobody is told. For what is to"
                    + " come: nobody goes by it yet.",
            SettingType.LIST,
            SettingValues.Notifications.class,
            config -> new SettingValues.Notifications(NotificationRule.DEFAULTS),
            false);

    private static final int NEAR = 4;

    private final String wireName;
    private final String description;
    private final SettingType type;
    private final Class<? extends SettingValues.Holder> holder;
    private final Function<SettingConfig, SettingValues.Holder> defaultValue;
    private final boolean inEffect;

    SettingKey(
            String wireName,
            String description,
            SettingType type,
            Class<? extends SettingValues.Holder> holder,
            Function<SettingConfig, SettingValues.Holder> defaultValue,
            boolean inEffect) {
        this.wireName = wireName;
        this.description = description;
        this.type = type;
        this.holder = holder;
        this.defaultValue = defaultValue;
        this.inEffect = inEffect;
    }

    /** As it stands in paths, answers and the database. */
    String wireName() {
        return wireName;
    }

    String description() {
        return description;
    }

    SettingType type() {
        return type;
    }

    /** What a request for it must be. */
    Class<? extends SettingValues.Holder> holder() {
        return holder;
    }

    SettingValues.Holder defaultValue(SettingConfig config) {
        return defaultValue.apply(config);
    }

    /** Whether somebody goes by it today. */
    boolean inEffect() {
        return inEffect;
    }

    /** Whether it stands in the tenant's own row. */
    boolean ofTenant() {
        return this == LOCALE || this == TIMEZONE;
    }

    static Optional<SettingKey> find(String wireName) {
        return Arrays.stream(values())
                .filter(key -> key.wireName.equals(wireName))
                .findFirst();
    }

    /** Names that might have been meant, the nearest first. */
    static List<String> near(String wrongName) {
        String name = wrongName.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .map(SettingKey::wireName)
                .filter(known -> known.contains(name) || distance(known, name) <= NEAR)
                .sorted(Comparator.comparing(known -> distance(known, name)))
                .toList();
    }

    /** How many letters are to be added, left out or changed to get from one to the other (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        Arrays.setAll(row, column -> column);
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
