package dev.tertulia.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Somebody who can sign in to the local stack; all with the same password, which is worth nothing elsewhere. */
record DemoUser(String email, String firstName, String lastName) {

    static final String PASSWORD = "tertulia";

    ObjectNode representation() {
        ObjectNode user = Json.object();
        user.put("username", email);
        user.put("email", email);
        user.put("emailVerified", true);
        user.put("enabled", true);
        user.put("firstName", firstName);
        user.put("lastName", lastName);
        user.putArray("credentials")
                .addObject()
                .put("type", "password")
                .put("value", PASSWORD)
                .put("temporary", false);
        return user;
    }

    String name() {
        return firstName + " " + lastName;
    }
}
