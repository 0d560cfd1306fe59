/** Audit: who did what in a tenant, from all services, kept so that nobody can change it unnoticed. */
@NullMarked
package dev.tertulia.tenant.audit;

import org.jspecify.annotations.NullMarked;
