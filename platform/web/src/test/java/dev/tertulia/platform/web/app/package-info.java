/** A small service with every way to fail. */
@NullMarked
package dev.tertulia.platform.web.app;

import org.jspecify.annotations.NullMarked;
