package dev.tertulia.messaging.channel.whatsapp;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where things are in the Graph API, as paths with their query. Ids come from tenants and from webhooks: one that could
 * lead elsewhere is refused with an IllegalArgumentException.
 */
public final class GraphPaths {

    private static final Pattern VERSION = Pattern.compile("v[0-9]{1,3}\\.[0-9]{1,2}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");
    private static final int TEMPLATES_A_PAGE = 100;

    private final String version;

    /** @param version such as v23.0 */
    public GraphPaths(String version) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException("The version of the Graph API is written like v23.0");
        }
        this.version = version;
    }

    /** POST: messages, and the mark that one was read. */
    public String messages(String phoneNumberId) {
        return "/" + version + "/" + id(phoneNumberId) + "/messages";
    }

    /** POST, multipart: {@link GraphRequests#uploadFields} and a part "file". */
    public String mediaUpload(String phoneNumberId) {
        return "/" + version + "/" + id(phoneNumberId) + "/media";
    }

    /** GET: a {@link MediaLookup}. Only files that this number received or uploaded are found. */
    public String media(String mediaId, String phoneNumberId) {
        return "/" + version + "/" + id(mediaId) + "?phone_number_id=" + id(phoneNumberId);
    }

    /** GET: what a check of the channel looks at. */
    public String phoneNumber(String phoneNumberId) {
        return "/" + version + "/" + id(phoneNumberId) + "?fields=id,display_phone_number,verified_name,quality_rating";
    }

    /** POST {@link GraphRequests#webhookOfAccount}: our app hears of the account. */
    public String subscribedApps(String wabaId) {
        return "/" + version + "/" + id(wabaId) + "/subscribed_apps";
    }

    /** POST {@link GraphRequests#webhookOfNumber}: where webhooks of this one number go. */
    public String number(String phoneNumberId) {
        return "/" + version + "/" + id(phoneNumberId);
    }

    /** GET: a {@link TemplatePage}. @param after the cursor of the page before; null for the first */
    public String templates(String wabaId, @Nullable String after) {
        String first = "/" + version + "/" + id(wabaId) + "/message_templates?limit=" + TEMPLATES_A_PAGE;
        return after == null ? first : first + "&after=" + URLEncoder.encode(after, StandardCharsets.UTF_8);
    }

    private static String id(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("Not an id of the Graph API");
        }
        return id;
    }
}
