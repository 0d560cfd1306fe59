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
import java.net.IDN;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nothing, or an e-mail address that every mail server can be given: no quotes, spaces or comments, and a domain. */
@Documented
@Constraint(validatedBy = MailAddress.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface MailAddress {
    String message() default "must be an e-mail address, such as ana@panaderialuna.example";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at its shape. */
    class Validator implements ConstraintValidator<MailAddress, String> {
        private static final int MAX_LENGTH = 254;
        private static final Pattern LOCAL_PART =
                Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
        private static final Pattern DOMAIN =
                Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            int at = value.lastIndexOf('@');
            return at > 0
                    && at <= 64
                    && value.length() <= MAX_LENGTH
                    && LOCAL_PART.matcher(value.substring(0, at)).matches()
                    && isDomain(value.substring(at + 1));
        }

        private static boolean isDomain(String domain) {
            try {
                return DOMAIN.matcher(IDN.toASCII(domain)).matches();
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
