package dev.tertulia.contact.directory;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.PARAMETER;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A time zone's name in the tz database. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = TimeZoneName.Check.class)
@interface TimeZoneName {
    String message() default "must be a time zone, such as America/Bogota";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Only names that the tz database has: offsets know no daylight saving. */
    class Check implements ConstraintValidator<TimeZoneName, String> {
        private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || NAMES.contains(name);
        }
    }
}
