package dev.tertulia.tenant.setting;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with a setting, beside its value. */
public enum SettingProblem implements ProblemType {
    UNKNOWN("setting-unknown", 422, "There is no such setting");

    private final String code;
    private final int status;
    private final String title;

    SettingProblem(String code, int status, String title) {
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
