package dev.tertulia.tenant.apikey;

import dev.tertulia.platform.web.ProblemType;

/** What can be wrong with an API key. */
public enum ApiKeyProblem implements ProblemType {
    NOT_FOUND("api-key-not-found", 404, "No such API key"),
    REPLACED("api-key-replaced", 409, "Another API key takes its place"),
    NOT_VALID("api-key-not-valid", 409, "The API key works no longer"),
    NOT_ACCEPTED("api-key-not-accepted", 401, "The API key is not accepted");

    private final String code;
    private final int status;
    private final String title;

    ApiKeyProblem(String code, int status, String title) {
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
