package dev.tertulia.tenant.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody's browser, as far as signing in takes one: cookies, redirects, links and forms. */
final class Browser {
    private static final int MOST_REDIRECTS = 20;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();
    private final String stopsAt;

    /** @param stopsAt what is below this address is not opened: there the console would take over */
    Browser(String stopsAt) {
        this.stopsAt = stopsAt;
    }

    /** Where one is, and what is shown there. */
    record Page(URI address, int status, Document content) {
        boolean has(String selector) {
            return content.selectFirst(selector) != null;
        }

        String text() {
            return content.text();
        }

        /** What the address says of it; fails where it does not. */
        String parameter(String name) {
            for (String pair : String.valueOf(address.getRawQuery()).split("&")) {
                if (pair.startsWith(name + "=")) {
                    return java.net.URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
                }
            }
            throw new AssertionError("No " + name + " in " + address + ": " + text());
        }
    }

    Page open(String address) {
        return go("GET", URI.create(address), null);
    }

    Page follow(Page page, String selector) {
        return open(required(page, selector).absUrl("href"));
    }

    /** Fills in the page's form, leaving the rest as it is. */
    Page submit(Page page, Map<String, String> values) {
        Element form = required(page, "form[action]");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]:not([type=submit]):not([type=checkbox]), button[name=submitAction]")
                .forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        fields.putAll(values);
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return go("POST", URI.create(form.absUrl("action")), body);
    }

    private static Element required(Page page, String selector) {
        Element element = page.content().selectFirst(selector);
        if (element == null) {
            throw new AssertionError("No " + selector + " on " + page.address() + ": " + page.text());
        }
        return element;
    }

    private Page go(String firstMethod, URI first, @org.jspecify.annotations.Nullable String firstBody) {
        String method = firstMethod;
        URI address = first;
        String body = firstBody;
        for (int n = 0; n < MOST_REDIRECTS; n++) {
            HttpResponse<String> response = send(method, address, body);
            if (response.statusCode() / 100 != 3) {
                return new Page(address, response.statusCode(), Jsoup.parse(response.body(), address.toString()));
            }
            address = address.resolve(response.headers().firstValue("Location").orElseThrow());
            if (address.toString().startsWith(stopsAt)) {
                return new Page(address, response.statusCode(), Jsoup.parse("", address.toString()));
            }
            method = "GET";
            body = null;
        }
        throw new AssertionError("Too many redirects, the last to " + address);
    }

    private HttpResponse<String> send(String method, URI address, @org.jspecify.annotations.Nullable String body) {
        var request = HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded");
        }
        String sent = cookies(address);
        if (!sent.isEmpty()) {
            request.header("Cookie", sent);
        }
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** By path: all hosts of a test are one. */
    private String cookies(URI address) {
        return cookies.entrySet().stream()
                .filter(path -> address.getPath().startsWith(path.getKey()))
                .flatMap(path -> path.getValue().entrySet().stream())
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String header) {
        String[] parts = header.split(";");
        String[] cookie = parts[0].split("=", 2);
        String path = "/";
        boolean gone = false;
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].strip();
            if (part.regionMatches(true, 0, "Path=", 0, 5)) {
                path = part.substring(5);
            }
            gone |= part.equalsIgnoreCase("Max-Age=0");
        }
        Map<String, String> ofPath = cookies.computeIfAbsent(path, unknown -> new HashMap<>());
        if (gone) {
            ofPath.remove(cookie[0]);
        } else {
            ofPath.put(cookie[0], cookie[1]);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
