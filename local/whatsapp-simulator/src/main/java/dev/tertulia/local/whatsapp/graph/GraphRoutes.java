package dev.tertulia.local.whatsapp.graph;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Which path of the Graph API is answered by what. Plain Vert.x routes, so that load runs meet the business and not us. */
@ApplicationScoped
class GraphRoutes {

    private static final Logger LOG = Logger.getLogger(GraphRoutes.class);
    private static final String OBJECT = "/(?<version>v[0-9]{1,3}\\.[0-9])/(?<id>[0-9A-Za-z_-]{1,64})";
    private static final long LARGEST_JSON_BYTES = 1_048_576;
    private static final long LARGEST_UPLOAD_BYTES = 105L * 1_048_576;

    private final Vertx vertx;
    private final MessagesEndpoint messages;
    private final MediaEndpoint media;
    private final AccountEndpoint account;

    GraphRoutes(Vertx vertx, MessagesEndpoint messages, MediaEndpoint media, AccountEndpoint account) {
        this.vertx = vertx;
        this.messages = messages;
        this.media = media;
        this.account = account;
    }

    void register(@Observes Router router) {
        BodyHandler json = BodyHandler.create(false).setBodyLimit(LARGEST_JSON_BYTES);
        BodyHandler upload = BodyHandler.create(true)
                .setUploadsDirectory(System.getProperty("java.io.tmpdir"))
                .setDeleteUploadedFilesOnEnd(true)
                .setBodyLimit(LARGEST_UPLOAD_BYTES);
        on(router, HttpMethod.POST, OBJECT + "/messages", json, messages::post);
        on(router, HttpMethod.POST, OBJECT + "/media", upload, media::upload);
        on(router, HttpMethod.GET, OBJECT + "/message_templates", json, account::listTemplates);
        on(router, HttpMethod.POST, OBJECT + "/message_templates", json, account::createTemplate);
        on(router, HttpMethod.DELETE, OBJECT + "/message_templates", json, account::deleteTemplate);
        on(router, HttpMethod.GET, OBJECT + "/phone_numbers", json, account::listNumbers);
        on(router, HttpMethod.GET, OBJECT + "/subscribed_apps", json, account::listSubscriptions);
        on(router, HttpMethod.POST, OBJECT + "/subscribed_apps", json, account::subscribe);
        on(router, HttpMethod.DELETE, OBJECT + "/subscribed_apps", json, account::unsubscribe);
        on(router, HttpMethod.POST, OBJECT + "/register", json, account::registerNumber);
        on(router, HttpMethod.GET, OBJECT, json, this::object);
        on(router, HttpMethod.POST, OBJECT, json, account::configureNumber);
        on(router, HttpMethod.DELETE, OBJECT, json, media::remove);
        on(router, HttpMethod.GET, "/whatsapp_business/attachments/", json, media::download);
        router.routeWithRegex("/v[0-9]{1,3}\\.[0-9](/.*)?").handler(http -> {
            GraphCall call = new GraphCall(http, vertx);
            call.refuse(GraphError.unknownPath(http.normalizedPath()));
        });
    }

    private void object(GraphCall call) {
        if (media.knows(call.id())) {
            media.describe(call);
        } else {
            account.describe(call);
        }
    }

    private void on(Router router, HttpMethod method, String path, BodyHandler body, Consumer<GraphCall> endpoint) {
        router.routeWithRegex(method, path)
                .handler(body)
                .handler(http -> call(http, endpoint))
                .failureHandler(this::failed);
    }

    private void call(RoutingContext http, Consumer<GraphCall> endpoint) {
        GraphCall call = new GraphCall(http, vertx);
        try {
            endpoint.accept(call);
        } catch (GraphError refused) {
            call.refuse(refused);
        }
    }

    private void failed(RoutingContext http) {
        if (http.statusCode() != 413) {
            LOG.error("A call of the Graph API failed inside", http.failure());
        }
        new GraphCall(http, vertx)
                .refuse(
                        http.statusCode() == 413
                                ? GraphError.of(100, "The request's body is too large.", 413)
                                : GraphError.of(131000, null, 500));
    }
}
