package dev.tertulia.messaging.channel.whatsapp;

import dev.tertulia.messaging.channel.whatsapp.GraphAnswer.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What each of Meta's error codes means for the message. Source: Meta's list of Cloud API error codes. */
sealed interface GraphVerdict {

    record Retry(Scope scope, @Nullable Duration after, String reason) implements GraphVerdict {}

    record Fail(String advice) implements GraphVerdict {}

    record Hold(String advice) implements GraphVerdict {}

    String GENERIC_ADVICE = "See the provider's explanation and change the message accordingly";

    Map<Integer, GraphVerdict> BY_CODE = byCode();

    /** Null for codes that are not listed. */
    static @Nullable GraphVerdict of(int code) {
        GraphVerdict verdict = BY_CODE.get(code);
        if (verdict == null && code >= 200 && code <= 299) {
            return new Hold("Give the access token the permission to send messages for this account");
        }
        return verdict;
    }

    private static Map<Integer, GraphVerdict> byCode() {
        Map<Integer, GraphVerdict> verdicts = new HashMap<>();
        retries(verdicts);
        holds(verdicts);
        failures(verdicts);
        return Map.copyOf(verdicts);
    }

    private static void retries(Map<Integer, GraphVerdict> verdicts) {
        Retry limited = new Retry(Scope.CHANNEL, null, "rate limited");
        verdicts.put(4, limited);
        verdicts.put(80007, limited);
        verdicts.put(80008, limited);
        verdicts.put(130429, limited);
        verdicts.put(133016, limited);
        // A pair of business and customer may exchange one message in six seconds on average.
        verdicts.put(131056, new Retry(Scope.RECIPIENT, Duration.ofSeconds(6), "rate limited for this recipient"));
        // Too many messages were blocked or reported. Going on at the same pace makes it worse.
        verdicts.put(131048, new Retry(Scope.CHANNEL, Duration.ofMinutes(15), "slowed down after reports of spam"));
        // Meta documents these as its own passing failures, after which the message was not sent.
        Retry passing = new Retry(Scope.MESSAGE, null, "the provider failed for a moment");
        verdicts.put(1, passing);
        verdicts.put(2, passing);
        verdicts.put(131000, passing);
        verdicts.put(131016, passing);
        verdicts.put(133004, passing);
        verdicts.put(131057, new Retry(Scope.CHANNEL, Duration.ofMinutes(1), "the account is under maintenance"));
        verdicts.put(132069, new Retry(Scope.MESSAGE, Duration.ofMinutes(1), "the form is slowed down"));
        verdicts.put(133015, new Retry(Scope.CHANNEL, Duration.ofMinutes(5), "the number was registered just now"));
    }

    private static void holds(Map<Integer, GraphVerdict> verdicts) {
        Hold token = new Hold("Enter a new access token: the present one is expired or invalid");
        verdicts.put(0, token);
        verdicts.put(102, token);
        verdicts.put(190, token);
        Hold permission = new Hold("Give the access token the permission to send messages for this account");
        verdicts.put(3, permission);
        verdicts.put(10, permission);
        verdicts.put(131005, permission);
        verdicts.put(33, new Hold("Check the phone number id: the number was deleted or is not yours"));
        verdicts.put(
                368, new Hold("Meta has restricted the account for a violation of its policy: see Business Support"));
        verdicts.put(131031, new Hold("Meta has locked the account: see Business Support"));
        verdicts.put(131037, new Hold("Have the number's display name approved in WhatsApp Manager"));
        verdicts.put(131042, new Hold("Set the payment method of the WhatsApp Business account right"));
        verdicts.put(131045, new Hold("Register the number: it has no valid certificate"));
        verdicts.put(133000, new Hold("Register the number: a deregistration was not finished"));
        verdicts.put(133006, new Hold("Verify the number and register it"));
        verdicts.put(133010, new Hold("Register the number with the Cloud API"));
    }

    private static void failures(Map<Integer, GraphVerdict> verdicts) {
        verdicts.put(100, new Fail("A part of the message is wrong: see the provider's explanation"));
        verdicts.put(130472, new Fail("Meta holds marketing messages back from this customer: wait until they write"));
        verdicts.put(130497, new Fail("The account may not write to customers in this country"));
        verdicts.put(131008, new Fail("Something required is missing: see the provider's explanation"));
        verdicts.put(131009, new Fail("A value is not allowed: see the provider's explanation"));
        verdicts.put(131021, new Fail("A number cannot write to itself"));
        verdicts.put(
                131026, new Fail("The number may not be on WhatsApp or may use an old version: ask for another way"));
        verdicts.put(131030, new Fail("Add the recipient to the test number's list of allowed recipients"));
        verdicts.put(131047, new Fail("The customer last wrote more than 24 hours ago: send a template"));
        verdicts.put(131049, new Fail("The customer gets too many marketing messages: wait at least a day"));
        verdicts.put(131050, new Fail("The customer has stopped marketing messages: send none"));
        verdicts.put(131051, new Fail("WhatsApp has no such kind of message"));
        verdicts.put(131052, new Fail("The customer's file could not be fetched: ask to send it again"));
        verdicts.put(131053, new Fail("The file could not be taken: check its type and size"));
        verdicts.put(131055, new Fail(GENERIC_ADVICE));
        verdicts.put(131062, new Fail("This message needs the customer's number: their user id is not enough"));
        verdicts.put(132000, new Fail("Give as many values as the template has placeholders"));
        verdicts.put(132001, new Fail("Choose an approved template in exactly this language"));
        verdicts.put(132005, new Fail("Shorten the values: the translated text is too long"));
        verdicts.put(132007, new Fail("The template's text breaks WhatsApp's rules: change it"));
        verdicts.put(132012, new Fail("Give values of the kinds that the template's placeholders have"));
        verdicts.put(132015, new Fail("The template is paused for low quality: change it or use another"));
        verdicts.put(132016, new Fail("The template is disabled for low quality: use another"));
        verdicts.put(132068, new Fail("The form is blocked: correct it"));
        verdicts.put(134011, new Fail("Accept WhatsApp's terms for payments"));
        verdicts.put(135000, new Fail("A part of the message is wrong: see the provider's explanation"));
    }
}
