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
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Custom attributes that can be kept: not too many, not too large, and nothing that the database cannot hold. */
@Target({FIELD, METHOD, PARAMETER})
@Retention(RUNTIME)
@Constraint(validatedBy = AttributeValues.Check.class)
@interface AttributeValues {
    String message() default
            "must be an object of at most 100 attributes, with names of 1 to 64 characters, 16,000 characters in all,"
                    + " without the character NUL";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts the characters of names and values, however deep they stand. */
    class Check implements ConstraintValidator<AttributeValues, Map<String, Object>> {
        private static final int MOST_ATTRIBUTES = 100;
        private static final int LONGEST_NAME = 64;
        private static final int MOST_CHARACTERS = 16_000;
        private static final int UNACCEPTABLE = MOST_CHARACTERS + 1;

        @Override
        public boolean isValid(@Nullable Map<String, Object> attributes, @Nullable ConstraintValidatorContext context) {
            return attributes == null
                    || attributes.size() <= MOST_ATTRIBUTES
                            && attributes.keySet().stream()
                                    .allMatch(name -> !name.isBlank() && name.length() <= LONGEST_NAME)
                            && characters(attributes) <= MOST_CHARACTERS;
        }

        private static int characters(@Nullable Object value) {
            return switch (value) {
                case null -> 4;
                case Map<?, ?> object ->
                    object.entrySet().stream()
                            .mapToInt(entry -> characters(entry.getKey()) + characters(entry.getValue()))
                            .reduce(0, Check::add);
                case Collection<?> array ->
                    array.stream().mapToInt(Check::characters).reduce(0, Check::add);
                default -> ofText(value.toString());
            };
        }

        private static int ofText(String text) {
            return text.indexOf('\0') >= 0 ? UNACCEPTABLE : Math.min(text.length() + 1, UNACCEPTABLE);
        }

        private static int add(int one, int other) {
            return Math.min(one + other, UNACCEPTABLE);
        }
    }
}
