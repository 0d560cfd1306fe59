package dev.tertulia.platform.allowance;

/**
 * Something whose use is counted, and can be limited. Of one metric one service keeps count.
 *
 * @param name as limits name it, in lower case with dashes
 * @param monthly whether it counts what happens in a month of the tenant's; otherwise it is how much there is
 */
public record Metric(String name, boolean monthly) {
    public static Metric level(String name) {
        return new Metric(name, false);
    }

    public static Metric monthly(String name) {
        return new Metric(name, true);
    }
}
