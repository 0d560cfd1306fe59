package dev.tertulia.tenant.identity;

/**
 * Somebody who is to be able to sign in.
 *
 * @param email lower case, and proved to be theirs
 * @param locale a BCP 47 tag: the language in which they are written to
 * @param password as they chose it
 */
public record NewPerson(String email, String name, String locale, String password) {
    /** Without the password. */
    @Override
    public String toString() {
        return "NewPerson[]";
    }
}
