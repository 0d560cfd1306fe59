package dev.tertulia.platform.testkit.tenancy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What departs from the rules with a reason. One that excuses nothing is a violation itself. */
final class Exceptions {
    private final Set<String> shared;
    private final Set<String> own = new LinkedHashSet<>();

    /** @param shared what is excused in every service that has it */
    Exceptions(Set<String> shared) {
        this.shared = shared;
    }

    void add(String subject, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("An exception needs its reason: " + subject);
        }
        own.add(subject);
    }

    List<Violation> applyTo(List<Violation> found) {
        var unused = new LinkedHashSet<>(own);
        var violations = new ArrayList<Violation>();
        for (Violation violation : found) {
            unused.remove(violation.subject());
            if (!own.contains(violation.subject()) && !shared.contains(violation.subject())) {
                violations.add(violation);
            }
        }
        unused.forEach(subject -> violations.add(new Violation(subject, "is excepted and needs no exception")));
        return violations;
    }
}
