package dev.tertulia.gateway.route;

/**
 * Paths that mean to everyone the same. A service behind might read {@code /a/..;/b}, {@code /a/%2e%2e/b} or
 * {@code /a//b} otherwise than the routing table does, and be reached where it must not be; so such paths go nowhere.
 */
public final class PlainPath {
    private static final int MAX_LENGTH = 2048;

    private PlainPath() {}

    /**
     * Whether each segment is more than dots, none but the last is empty, and nothing that separates is hidden in an
     * escape.
     *
     * @param path as it came, without the query
     */
    public static boolean is(String path) {
        if (path.length() > MAX_LENGTH || !path.startsWith("/")) {
            return false;
        }
        int start = 1;
        while (start <= path.length()) {
            int slash = path.indexOf('/', start);
            int end = slash < 0 ? path.length() : slash;
            boolean last = slash < 0;
            if (!isSegment(path, start, end, last)) {
                return false;
            }
            start = end + 1;
        }
        return true;
    }

    private static boolean isSegment(String path, int start, int end, boolean last) {
        if (start == end) {
            return last;
        }
        boolean onlyDots = true;
        for (int i = start; i < end; i++) {
            char c = path.charAt(i);
            if (c == '%') {
                int escaped = escaped(path, i, end);
                if (escaped < 0x20
                        || escaped == '/'
                        || escaped == '\\'
                        || escaped == '.'
                        || escaped == '%'
                        || escaped == 0x7F) {
                    return false;
                }
                onlyDots = false;
                i += 2;
            } else if (c <= 0x20 || c == ';' || c == '\\' || c >= 0x7F) {
                return false;
            } else if (c != '.') {
                onlyDots = false;
            }
        }
        return !onlyDots;
    }

    /** The byte that an escape stands for; -1 where it is none. */
    private static int escaped(String path, int at, int end) {
        if (at + 2 >= end) {
            return -1;
        }
        int high = Character.digit(path.charAt(at + 1), 16);
        int low = Character.digit(path.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }
}
