package dev.tertulia.tenant.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Nothing, or text that names a time zone of the IANA database. */
@Documented
@Constraint(validatedBy = TimeZoneName.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface TimeZoneName {
    String message() default "must be the name of a time zone, such as America/Bogota";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks it up in what Java knows. */
    class Validator implements ConstraintValidator<TimeZoneName, String> {
        private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || NAMES.contains(value);
        }
    }
}
