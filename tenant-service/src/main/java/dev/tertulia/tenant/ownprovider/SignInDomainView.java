package dev.tertulia.tenant.ownprovider;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A domain that the tenant claims, and how it is shown to be the tenant's. */
record SignInDomainView(
        UUID id,
        @Schema(examples = "panaderialuna.example") String domain,

        @Schema(description = "Whether DNS has said that it is the tenant's.")
        boolean verified,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Instant verifiedAt,
        DnsRecord dnsRecord,
        Instant createdAt) {

    @Schema(
            description =
                    "What to set at whoever runs the domain's DNS. It may be removed once the domain is verified.")
    record DnsRecord(
            @Schema(examples = "TXT") String type,

            @Schema(examples = "_tertulia-challenge.panaderialuna.example")
            String name,

            @Schema(examples = "tertulia-domain-verification=dv_8sKd02LmQz8vW1xYbN7cR5tL3pD6hG0aabc123")
            String value) {}

    static SignInDomainView from(SignInDomain domain) {
        return new SignInDomainView(
                domain.id(),
                domain.domain(),
                domain.verifiedAt() != null,
                domain.verifiedAt(),
                new DnsRecord("TXT", domain.recordName(), domain.recordValue()),
                domain.createdAt());
    }
}
