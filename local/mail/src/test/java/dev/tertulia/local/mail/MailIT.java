package dev.tertulia.local.mail;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MailIT {
    @Inject
    MailServer server;

    @BeforeEach
    void begin() {
        given().delete("/mail/api/mails").then().statusCode(204);
    }

    @Test
    void whatIsSentIsShown() throws MessagingException {
        send("ana@example.test", "Código: ñandú", "Tu código: 1234", "<p>Tu código: <b>1234</b></p>");
        send("bob@example.test", "Another", "Hello", "<p>Hello</p>");

        given().get("/mail/api/mails").then().statusCode(200).body("subject", contains("Another", "Código: ñandú"));
        int id = given().queryParam("to", "ANA@example.test")
                .get("/mail/api/mails")
                .then()
                .body("", hasSize(1))
                .extract()
                .path("[0].id");
        given().get("/mail/api/mails/" + id)
                .then()
                .body("from", is("Tertulia <no-reply@tertulia.test>"))
                .body("to", contains("ana@example.test"))
                .body("text", startsWith("Tu código: 1234"))
                .body("html", containsString("<b>1234</b>"));
        given().get("/mail/api/mails/" + id + "/source")
                .then()
                .contentType("text/plain")
                .body(containsString("MIME-Version: 1.0"));
    }

    @Test
    void aMailsOwnPageMayDoNothing() throws MessagingException {
        send("eve@example.test", "x", "x", "<script>fetch('/mail/api/mails',{method:'DELETE'})</script>");
        int id = given().get("/mail/api/mails").then().extract().path("[0].id");

        given().get("/mail/api/mails/" + id + "/html")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Security-Policy", containsString("default-src 'none'"));
        given().get("/").then().statusCode(200).header("Content-Security-Policy", containsString("script-src 'self'"));
    }

    @Test
    void pagesOfOtherSitesChangeNothing() throws MessagingException {
        send("ana@example.test", "x", "x", "x");

        given().header("Origin", "https://evil.example")
                .delete("/mail/api/mails")
                .then()
                .statusCode(403);
        given().get("/mail/api/mails").then().body("", hasSize(1));
        given().delete("/mail/api/mails").then().statusCode(204);
        given().get("/mail/api/mails").then().body("", empty());
    }

    @Test
    void theOldestGoesWhereThereIsNoRoom() throws MessagingException {
        for (int i = 0; i < 501; i++) {
            send("many@example.test", "Mail " + i, "x", "x");
        }

        given().queryParam("limit", 1000)
                .get("/mail/api/mails")
                .then()
                .body("", hasSize(500))
                .body("[499].subject", is("Mail 1"));
    }

    @Test
    void whatIsNotThereIsSaid() {
        given().get("/mail/api/mails/4711").then().statusCode(404);
        given().get("/mail/api/mails/4711/html").then().statusCode(404);
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", Integer.toString(server.port()));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("Tertulia <no-reply@tertulia.test>"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setText(html, "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
