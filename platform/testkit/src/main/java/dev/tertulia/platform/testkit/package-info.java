/** What tests share: real servers, and the contracts that every service is held to. */
@NullMarked
package dev.tertulia.platform.testkit;

import org.jspecify.annotations.NullMarked;
