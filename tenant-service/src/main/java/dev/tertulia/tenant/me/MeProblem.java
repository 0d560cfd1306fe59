package dev.tertulia.tenant.me;

import dev.tertulia.platform.web.ProblemType;

/** What callers cannot do about themselves. */
enum MeProblem implements ProblemType {
    NOT_A_PERSON("not-a-person", 403, "Only people have preferences");

    private final String code;
    private final int status;
    private final String title;

    MeProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
