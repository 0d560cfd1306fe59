package dev.tertulia.tenant.setting;

import dev.tertulia.platform.web.FieldError;
import dev.tertulia.tenant.validation.LanguageTag;
import dev.tertulia.tenant.validation.TimeZoneName;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** What the values of the settings must be: each a body of the one field {@code value}, with all that it has to hold. */
final class SettingValues {
    private SettingValues() {}

    /** A setting's value in its type. */
    sealed interface Holder {
        Object value();

        /** What is wrong with it beside what constraints say. */
        default List<FieldError> errors(SettingConfig config) {
            return List.of();
        }
    }

    /** Of {@link SettingKey#LOCALE}. */
    record Language(@NotNull @LanguageTag String value) implements Holder {}

    /** Of {@link SettingKey#TIMEZONE}. */
    record Zone(@NotNull @TimeZoneName String value) implements Holder {}

    /** Of {@link SettingKey#CONVERSATIONS_VISIBILITY}. */
    record Visibility(@NotNull ConversationVisibility value) implements Holder {}

    /** Of {@link SettingKey#CONVERSATIONS_REOPEN_WITHIN}. */
    record ReopenWithin(
            @NotNull @DurationMin(message = REOPENING, seconds = 0) @DurationMax(message = REOPENING, days = 30)
            Duration value)
            implements Holder {
        private static final String REOPENING = "must be from PT0S to PT720H";
    }

    /** Of {@link SettingKey#RETENTION_PROVIDER_EVENTS}. */
    record KeptFor(@NotNull Period value) implements Holder {
        @Override
        public List<FieldError> errors(SettingConfig config) {
            long most = config.eventRetention().toDays();
            boolean fits = value.toTotalMonths() == 0 && value.getDays() >= 1 && value.getDays() <= most;
            return fits ? List.of() : List.of(new FieldError("value", "must be in days, from P1D to P" + most + "D"));
        }
    }

    /** Of {@link SettingKey#BUSINESS_HOURS}. */
    record Hours(@NotNull @Valid BusinessHours value) implements Holder {
        @Override
        public List<FieldError> errors(SettingConfig config) {
            return value.errors("value");
        }
    }

    /** Of {@link SettingKey#NOTIFICATIONS}. */
    record Notifications(@NotNull @Size(max = 50) List<@NotNull @Valid NotificationRule> value) implements Holder {
        @Override
        public List<FieldError> errors(SettingConfig config) {
            Set<NotificationRule.Event> seen = EnumSet.noneOf(NotificationRule.Event.class);
            List<FieldError> errors = new ArrayList<>();
            for (int i = 0; i < value.size(); i++) {
                if (!seen.add(value.get(i).event())) {
                    errors.add(new FieldError("value[" + i + "].event", "has a rule already"));
                }
            }
            return errors;
        }
    }
}
