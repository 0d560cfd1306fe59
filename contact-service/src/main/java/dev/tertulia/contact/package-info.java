/** contact-service: whom we talk to. */
@NullMarked
package dev.tertulia.contact;

import org.jspecify.annotations.NullMarked;
