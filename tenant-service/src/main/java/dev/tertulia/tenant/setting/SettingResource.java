package dev.tertulia.tenant.setting;

import dev.tertulia.platform.security.Permission;
import dev.tertulia.platform.web.EntityTags;
import dev.tertulia.platform.web.Page;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the caller's tenant has settled. */
@Path("/api/v1/settings")
@Tag(name = "settings")
public class SettingResource {
    private static final int MAX_NAME = 100;

    private final SettingService settings;

    SettingResource(SettingService settings) {
        this.settings = settings;
    }

    @GET
    @PermissionsAllowed(Permission.SETTINGS_READ)
    @Operation(
            operationId = "listSettings",
            summary = "All settings",
            description = "Each with its value, its default, its type and what it is for: all on one page.")
    @APIResponse(responseCode = "200", description = "The settings.")
    @APIResponse(responseCode = "403", description = "permission-missing: settings:read")
    public Uni<Page<SettingView>> list() {
        return settings.all().map(Page::last);
    }

    @GET
    @Path("{key}")
    @PermissionsAllowed(Permission.SETTINGS_READ)
    @Operation(operationId = "getSetting", summary = "One setting")
    @APIResponse(
            responseCode = "200",
            description = "With its ETag, to send as If-Match with a change.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SettingView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: settings:read")
    @APIResponse(responseCode = "422", description = "setting-unknown: near holds the names that might have been meant")
    public Uni<Response> get(@PathParam("key") @Size(max = MAX_NAME) String key) {
        return settings.get(key).map(SettingResource::tagged);
    }

    @PUT
    @Path("{key}")
    @PermissionsAllowed(Permission.SETTINGS_MANAGE)
    @Operation(
            operationId = "putSetting",
            summary = "Settle something",
            description = "The whole value; nothing of the one before stays.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SettingChange.class),
                            examples = {
                                @ExampleObject(name = "locale", value = "{\"value\":\"es-CO\"}"),
                                @ExampleObject(name = "timezone", value = "{\"value\":\"America/Bogota\"}"),
                                @ExampleObject(name = "conversations.visibility", value = "{\"value\":\"own\"}"),
                                @ExampleObject(name = "conversations.reopen-within", value = "{\"value\":\"PT24H\"}"),
                                @ExampleObject(name = "retention.provider-events", value = "{\"value\":\"P7D\"}"),
                                @ExampleObject(name = "business-hours", value = """
                                                {"value":{"weekly":{
                                                 "monday":[{"from":"09:00","to":"13:00"},{"from":"14:00","to":"18:00"}],
                                                 "friday":[{"from":"20:00","to":"24:00"}],
                                                 "saturday":[{"from":"00:00","to":"02:00"}]},
                                                 "holidays":[{"date":"2026-12-25","name":"Navidad"},
                                                 {"date":"2026-12-24","hours":[{"from":"09:00","to":"12:00"}]}]}}"""),
                                @ExampleObject(name = "notifications", value = """
                                                {"value":[
                                                 {"event":"conversation-assigned","to":["assignee"],"by":["console"]},
                                                 {"event":"channel-failed","to":["admins","owner"],"by":["email"]}]}""")
                            }))
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SettingView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: settings:manage")
    @APIResponse(responseCode = "412", description = "stale-version: someone else changed it")
    @APIResponse(
            responseCode = "422",
            description = "setting-unknown · validation-failed: errors say what the value must be")
    public Uni<Response> put(
            @PathParam("key") @Size(max = MAX_NAME) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Valid @NotNull SettingChange change) {
        return settings.put(key, ifMatch, change).map(SettingResource::tagged);
    }

    @DELETE
    @Path("{key}")
    @PermissionsAllowed(Permission.SETTINGS_MANAGE)
    @Operation(operationId = "resetSetting", summary = "Go back to the default")
    @APIResponse(
            responseCode = "200",
            description = "As it is now.",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SettingView.class)))
    @APIResponse(responseCode = "403", description = "permission-missing: settings:manage")
    @APIResponse(responseCode = "412", description = "stale-version: someone else changed it")
    @APIResponse(responseCode = "422", description = "setting-unknown")
    public Uni<Response> reset(
            @PathParam("key") @Size(max = MAX_NAME) String key,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return settings.reset(key, ifMatch).map(SettingResource::tagged);
    }

    private static Response tagged(SettingView setting) {
        return Response.ok(setting).tag(EntityTags.of(setting.version())).build();
    }
}
