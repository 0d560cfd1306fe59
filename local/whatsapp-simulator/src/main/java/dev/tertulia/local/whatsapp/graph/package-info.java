/** The Graph API is Meta's HTTP interface, on which the business sends. */
@NullMarked
package dev.tertulia.local.whatsapp.graph;

import org.jspecify.annotations.NullMarked;
