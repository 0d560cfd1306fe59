package dev.tertulia.local.whatsapp.control;

/** A refusal of the control API, answered as problem+json. */
final class ControlProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    ControlProblem(int status, String detail) {
        super(detail, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
