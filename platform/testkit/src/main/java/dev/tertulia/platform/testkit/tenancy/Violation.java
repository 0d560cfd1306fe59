package dev.tertulia.platform.testkit.tenancy;

/**
 * @param subject what breaks the contract, such as {@code index message_by_time}; exceptions name it
 * @param complaint what is wrong with it
 */
record Violation(String subject, String complaint) {

    @Override
    public String toString() {
        return subject + " " + complaint;
    }
}
