package dev.tertulia.tenant.ownprovider;

/**
 * What a tenant has settled of how somebody with a certain address signs in.
 *
 * @param enabled people can come by the tenant's own provider
 * @param required those of its domains have to
 * @param covered the address is of one of its verified domains
 */
public record SignInRules(boolean enabled, boolean required, boolean covered) {

    /** Whether what the tenant's provider says of the address is to be believed, in that tenant. */
    public boolean vouch() {
        return enabled && covered;
    }

    /** Whether somebody with the address has to come by the tenant's provider. */
    public boolean demand() {
        return enabled && required && covered;
    }
}
