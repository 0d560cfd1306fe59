package dev.tertulia.platform.events.log;

import java.util.List;

/**
 * A tenant's events after a position.
 *
 * @param complete false when some after it may be deleted already, or when the position was never given: whoever resumes
 *     there must begin anew
 */
public record LogPage(List<LoggedEvent> events, boolean complete) {}
