package dev.tertulia.tenant;

import dev.tertulia.platform.testkit.TertuliaTestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every test of this service that starts it has beside it: a database, a broker, somebody who signs people in, a mail server. */
@QuarkusTestResource(value = TertuliaTestServers.class, initArgs = @ResourceArg(name = "services", value = "tenant"))
@QuarkusTestResource(TestIdentityProvider.class)
@QuarkusTestResource(TestMailServer.class)
public final class TestResources {
    private TestResources() {}
}
