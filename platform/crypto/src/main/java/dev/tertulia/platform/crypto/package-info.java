/** Secrets at rest: fields encrypted under a master key that can be rotated, and tokens that are kept as hashes only. */
@NullMarked
package dev.tertulia.platform.crypto;

import org.jspecify.annotations.NullMarked;
