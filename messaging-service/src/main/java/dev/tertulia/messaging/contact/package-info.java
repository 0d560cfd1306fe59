/** A contact is a person outside, known by contact-service; here stands what the inbox shows of them. */
@NullMarked
package dev.tertulia.messaging.contact;

import org.jspecify.annotations.NullMarked;
