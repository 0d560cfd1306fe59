/** What the tests of every service share: real servers, passports, attacks by another tenant. */
@NullMarked
package dev.tertulia.platform.testkit;

import org.jspecify.annotations.NullMarked;
