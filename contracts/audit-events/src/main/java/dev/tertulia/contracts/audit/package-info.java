/** What every service records of who changed what. */
@NullMarked
package dev.tertulia.contracts.audit;

import org.jspecify.annotations.NullMarked;
