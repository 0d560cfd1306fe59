/** What every service says over HTTP in the same way: problems, pages, versions, patches, repeats. */
@NullMarked
package dev.tertulia.platform.web;

import org.jspecify.annotations.NullMarked;
