/** The edge is where calls come in: it decides who answers them, and who may not come in. */
@NullMarked
package dev.tertulia.gateway.edge;

import org.jspecify.annotations.NullMarked;
