package dev.tertulia.platform.security;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a resource class: it answers tenants that have the feature on, and others with a 403 {@code feature-off} that names it.
 * Whoever may not call it at all is told that first.
 */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresFeature {
    /** One of {@link Feature}. */
    String value();
}
