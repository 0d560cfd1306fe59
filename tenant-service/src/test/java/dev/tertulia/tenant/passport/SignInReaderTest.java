package dev.tertulia.tenant.passport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tertulia.tenant.user.SignIn;
import io.quarkus.security.AuthenticationFailedException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInReaderTest {
    private final SignInReader reader = new SignInReader(new Config());

    @Test
    void addressesAreInLowerCase() {
        SignIn signIn = read(claims().put("email", "Ann@Example.TEST").put("email_verified", true));

        assertThat(signIn.email()).isEqualTo("ann@example.test");
        assertThat(signIn.emailVerified()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"true, false", "1, false"})
    void onlyTheProvidersYesIsAVerification(String said, boolean verified) {
        // As text or number it is another provider's way to say something else.
        assertThat(read(claims().put("email", "a@b.test").put("email_verified", said))
                        .emailVerified())
                .isEqualTo(verified);
    }

    @Test
    void somebodyIsCalledSomethingInAnyCase() {
        assertThat(read(claims().put("name", "Ann")).name()).isEqualTo("Ann");
        assertThat(read(claims().put("name", "  ").put("preferred_username", "ann"))
                        .name())
                .isEqualTo("ann");
        assertThat(read(claims().put("email", "a@b.test")).name()).isEqualTo("a@b.test");
        assertThat(read(claims()).name()).isEqualTo("s-1");
    }

    @Test
    void whatIsTooLongIsCutAndWhatNoColumnHoldsIsTakenOut() {
        assertThat(read(claims().put("name", "a\0" + "b".repeat(300))).name())
                .hasSize(200)
                .doesNotContain("\0");
        assertThat(read(claims().put("email", "a".repeat(300) + "@b.test")).email())
                .isNull();
    }

    @Test
    void administratorsAreKnownByRoleSubjectOrVerifiedAddress() {
        JsonObject roles = new JsonObject().put("roles", List.of("platform_admin"));
        assertThat(read(claims().put("realm_access", roles)).platformAdmin()).isTrue();
        assertThat(read(claims().put("sub", "subject-of-root")).platformAdmin()).isTrue();
        assertThat(read(claims().put("email", "Root@Example.test").put("email_verified", true))
                        .platformAdmin())
                .isTrue();
        assertThat(read(claims().put("email", "root@example.test")).platformAdmin())
                .isFalse();
        assertThat(read(claims().put("realm_access", "platform_admin")).platformAdmin())
                .isFalse();
        assertThat(read(claims()).platformAdmin()).isFalse();
    }

    @Test
    void whoHasNoSubjectIsNobody() {
        assertThatThrownBy(() -> read(new JsonObject().put("iss", "https://id.example")))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | false",
                "{\"amr\":[\"pwd\"]} | false",
                "{\"amr\":\"otp\"} | false",
                "{\"amr\":[\"pwd\",\"otp\"]} | true",
                "{\"acr\":\"1\"} | false",
                "{\"acr\":\"2\"} | true"
            })
    void aSecondFactorIsWhatTheProviderNames(String said, boolean used) {
        assertThat(reader.read(claims().mergeIn(new JsonObject(said)))
                        .assurance()
                        .secondFactor())
                .isEqualTo(used);
    }

    @Test
    void whoComesByATenantsOwnProviderIsKnownToHaveDoneSo() {
        UUID tenant = UUID.randomUUID();

        assertThat(reader.read(claims().put("identity_provider", "tenant-" + tenant))
                        .assurance())
                .isEqualTo(new Assurance(false, tenant));
        assertThat(reader.read(claims().put("identity_provider", "google")).assurance())
                .isEqualTo(Assurance.NONE);
    }

    private SignIn read(JsonObject claims) {
        return reader.read(claims).signIn();
    }

    private static JsonObject claims() {
        return new JsonObject().put("iss", "https://id.example").put("sub", "s-1");
    }

    private static final class Config implements IssuingConfig {
        @Override
        public String gatewaySecret() {
            return "not looked at here";
        }

        @Override
        public Duration validFor() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration renewableFor() {
            return Duration.ofHours(12);
        }

        @Override
        public Optional<List<String>> platformAdmins() {
            return Optional.of(List.of("subject-of-root", "ROOT@example.test"));
        }

        @Override
        public String platformAdminRole() {
            return "platform_admin";
        }

        @Override
        public List<String> secondFactorMethods() {
            return List.of("otp", "mfa");
        }

        @Override
        public Optional<List<String>> secondFactorLevels() {
            return Optional.of(List.of("2"));
        }

        @Override
        public String identityProviderClaim() {
            return "identity_provider";
        }

        @Override
        public String identityProviderEmailClaim() {
            return "identity_provider_email";
        }

        @Override
        public String rolesClaim() {
            return "realm_access/roles";
        }
    }
}
