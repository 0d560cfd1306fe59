@NullMarked
package dev.tertulia.tenant.erasure;

import org.jspecify.annotations.NullMarked;
