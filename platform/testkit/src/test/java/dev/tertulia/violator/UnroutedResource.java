package dev.tertulia.violator;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;

class UnroutedResource {

    @GET
    String unseen() {
        return "";
    }

    @POST
    public String allowed() {
        return "";
    }
}
