package dev.tertulia.local.stack;

import dev.tertulia.platform.servers.ServiceRoles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Our own programs: where Maven put them, and the environment that connects them. */
final class Services {

    static final String TENANT = "tenant-service";
    static final String CONTACT = "contact-service";
    static final String MESSAGING = "messaging-service";
    static final String GATEWAY = "gateway";
    static final String SIMULATOR = "whatsapp-simulator";
    static final String MAIL = "mail";

    static final String DATABASE = "tertulia";

    private static final String CONSOLE_DEV_SERVER = "http://localhost:5173";

    /** Those with a schema, by the schema's name. */
    static final Map<String, String> BY_SCHEMA = Map.of("tenant", TENANT, "contact", CONTACT, "messaging", MESSAGING);

    private final StackSettings settings;
    private final StackSecrets secrets;

    Services(StackSettings settings, StackSecrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    ServiceRoles roles(String schema) {
        return ServiceRoles.of(schema, role -> secrets.get("database." + role));
    }

    /** By name, in the order in which they may be stopped from the end. */
    Map<String, JavaServer> all() {
        var ports = settings.ports();
        var services = new LinkedHashMap<String, JavaServer>();
        add(services, SIMULATOR, "local/whatsapp-simulator", ports.simulator(), "/simulator/api/stats", simulator());
        add(services, MAIL, "local/mail", ports.mailPage(), "/mail/api/mails", Map.of());
        add(services, TENANT, TENANT, ports.tenant(), "/q/health/ready", tenant());
        add(services, CONTACT, CONTACT, ports.contact(), "/q/health/ready", contact());
        add(services, MESSAGING, MESSAGING, ports.messaging(), "/q/health/ready", messaging());
        add(services, GATEWAY, GATEWAY, ports.gateway(), "/q/health/ready", gateway());
        return services;
    }

    private void add(
            Map<String, JavaServer> services,
            String name,
            String module,
            int port,
            String readyPath,
            Map<String, String> own) {
        if (settings.without().contains(name)) {
            return;
        }
        Path jar = settings.root().resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackException(
                    "%s is not built: run ./dev up, or leave it out with TERTULIA_WITHOUT=%s".formatted(name, name));
        }
        var environment = common();
        environment.putAll(own);
        var arguments = new ArrayList<>(settings.javaOptions());
        arguments.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-jar", jar.toString()));
        services.put(
                name,
                new JavaServer(
                        new JavaServer.Program(name, port, readyPath, () -> arguments, environment), settings.data()));
    }

    private Map<String, String> common() {
        var ports = settings.ports();
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("DATABASE_HOST", "127.0.0.1");
        environment.put("DATABASE_PORT", Integer.toString(ports.database()));
        environment.put("DATABASE_NAME", DATABASE);
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.kafka());
        environment.put("GATEWAY_PORT", Integer.toString(ports.gateway()));
        environment.put("TENANT_SERVICE_PORT", Integer.toString(ports.tenant()));
        environment.put("CONTACT_SERVICE_PORT", Integer.toString(ports.contact()));
        environment.put("MESSAGING_SERVICE_PORT", Integer.toString(ports.messaging()));
        environment.put("WHATSAPP_SIMULATOR_PORT", Integer.toString(ports.simulator()));
        environment.put("MAIL_HOST", "127.0.0.1");
        environment.put("MAIL_PORT", Integer.toString(ports.mail()));
        environment.put("MAIL_PAGE_PORT", Integer.toString(ports.mailPage()));
        // Whoever tries it out waits for it; what is under way until then goes in a later sweep.
        environment.put("TERTULIA_HOLDINGS_ERASURE_SETTLES_AFTER", "15s");
        environment.put("TENANT_JWKS_URL", "http://127.0.0.1:%d/internal/jwks".formatted(ports.tenant()));
        return environment;
    }

    private Map<String, String> simulator() {
        return Map.of(
                "SIMULATOR_DATA_DIR",
                settings.data().resolve("simulator").toString(),
                "SIMULATOR_ANY_NUMBER_ACCESS_TOKEN",
                secrets.get("simulator.access-token"),
                "SIMULATOR_ANY_NUMBER_APP_SECRET",
                secrets.get("simulator.app-secret"));
    }

    private Map<String, String> tenant() {
        var environment = withDatabase("tenant");
        environment.put("OIDC_ISSUER_URL", Realm.issuer(settings.ports()));
        environment.put("OIDC_AUDIENCE", "tertulia");
        environment.put("IDENTITY_PROVIDER", "keycloak");
        environment.put("KEYCLOAK_ADMIN_CLIENT_SECRET", secrets.get("keycloak.tenant-service"));
        // Another realm of the same Keycloak can be tried out as a tenant's own provider.
        environment.put(
                "TERTULIA_OWN_PROVIDERS_LOCAL_HOSTS",
                "localhost:" + settings.ports().keycloak());
        environment.put("CONSOLE_URLS", gatewayUrl() + "," + CONSOLE_DEV_SERVER);
        environment.put("CONSOLE_PASSWORD_GRANT", "true");
        environment.put("GATEWAY_SECRET", secrets.get("gateway"));
        environment.put("TERTULIA_PUBLIC_URL", gatewayUrl());
        // Everybody of a local stack comes from one address.
        environment.put("TERTULIA_SIGN_UPS_NETWORK_AT_ONCE", "500");
        environment.put("PLATFORM_ADMINS", DemoTenant.PLATFORM_ADMINISTRATOR.email());
        return environment;
    }

    private Map<String, String> contact() {
        return withDatabase("contact");
    }

    private Map<String, String> messaging() {
        var environment = withDatabase("messaging");
        environment.put(
                "MESSAGING_WHATSAPP_API_URL",
                "http://127.0.0.1:" + settings.ports().simulator());
        environment.put("TERTULIA_PUBLIC_URL", gatewayUrl());
        environment.put(
                "MESSAGING_ATTACHMENTS_DIRECTORY",
                settings.data().resolve("attachments").toString());
        return environment;
    }

    private Map<String, String> gateway() {
        var environment = new HashMap<String, String>();
        environment.put("OIDC_ISSUER_URL", Realm.issuer(settings.ports()));
        environment.put("GATEWAY_SECRET", secrets.get("gateway"));
        environment.put("GATEWAY_TICKET_KEY", secrets.key("gateway.tickets"));
        environment.put(
                "GATEWAY_CONSOLE_DIRECTORY",
                settings.root().resolve("console/dist").toString());
        if (!settings.without().contains(SIMULATOR)) {
            // Whoever opens the console can connect a simulated number; on a real installation there is none.
            environment.put(
                    "GATEWAY_CONSOLE_SIMULATOR_URL",
                    "http://localhost:" + settings.ports().simulator());
            environment.put("GATEWAY_CONSOLE_SIMULATOR_ACCESS_TOKEN", secrets.get("simulator.access-token"));
            environment.put("GATEWAY_CONSOLE_SIMULATOR_APP_SECRET", secrets.get("simulator.app-secret"));
        }
        return environment;
    }

    private Map<String, String> withDatabase(String schema) {
        var environment = new HashMap<>(roles(schema).environment());
        environment.put("TERTULIA_MASTER_KEY_FILE", secrets.masterKeyFile().toString());
        return environment;
    }

    private String gatewayUrl() {
        return "http://localhost:" + settings.ports().gateway();
    }
}
