package dev.tertulia.local.stack;

/** What to open and what to try, once all is up. */
final class Welcome {

    private Welcome() {}

    static String text(StackSettings settings, double seconds) {
        StackPorts ports = settings.ports();
        return """

               Tertulia is up, after %.0f s.

                 console              http://localhost:%2$d
                 API                  http://localhost:%2$d/api/v1
                 its documentation    http://localhost:%2$d/docs
                 write as a customer  http://localhost:%3$d
                 read what was mailed http://localhost:%8$d
                 sign-in (Keycloak)   http://localhost:%4$d/admin   user admin, password: keycloak.admin in .local/secrets.properties
                 logs                 .local/logs

               Tenants acme and globex; users owner@, supervisor@, agent1@ and agent2@ of acme.test and globex.test, password %5$s.
               A customer has written to each. Sign in to the console, or paste this to read and to answer, and see the answer on the customer's page:

                 TOKEN=$(curl -s http://localhost:%4$d%6$s -d grant_type=password \\
                   -d client_id=%7$s -d username=agent1@acme.test -d password=%5$s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
                 CONVERSATION=$(curl -s http://localhost:%2$d/api/v1/conversations -H "Authorization: Bearer $TOKEN" \\
                   | tee /dev/stderr | sed 's/^{"items":\\[{"id":"\\([^"]*\\)".*/\\1/'); echo
                 curl -s http://localhost:%2$d/api/v1/conversations/$CONVERSATION/messages -H "Authorization: Bearer $TOKEN" \\
                   -H 'Content-Type: application/json' -d '{"kind":"text","text":"¡Hola! Sí, claro."}'; echo

               Ctrl-C stops everything. The data stays in .local; ./dev reset removes it.
               """.formatted(
                        seconds,
                        ports.gateway(),
                        ports.simulator(),
                        ports.keycloak(),
                        DemoUser.PASSWORD,
                        Realm.tokenPath(),
                        Realm.CLIENT,
                        ports.mailPage());
    }
}
