/**
 * Who is calling and what they may do. A passport is the token of five minutes that tenant-service signs for a caller; it
 * is the only proof that services accept.
 */
@NullMarked
package dev.tertulia.platform.security;

import org.jspecify.annotations.NullMarked;
