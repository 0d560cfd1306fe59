/** Template: what may be said outside the reply window, approved by the provider and read from it. */
@NullMarked
package dev.tertulia.messaging.template;

import org.jspecify.annotations.NullMarked;
