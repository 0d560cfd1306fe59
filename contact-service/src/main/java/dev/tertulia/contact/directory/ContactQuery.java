package dev.tertulia.contact.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are wanted, and in which order.
 *
 * @param tags the contact has each of them
 * @param blocked absent: blocked or not
 */
record ContactQuery(
        SearchTerms terms, List<String> tags, @Nullable Boolean blocked, ContactSort sort) {}
