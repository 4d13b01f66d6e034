package org.example.imkerei;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The hives, as pages ask for them. */
@Path("/hives")
@Produces(MediaType.APPLICATION_JSON)
public class HivesResource {
    private final Apiary apiary;

    HivesResource(Apiary apiary) {
        this.apiary = apiary;
    }

    @GET
    public List<Hive> hives(@QueryParam("from") @DefaultValue("0") double kilograms) {
        return apiary.from(kilograms);
    }

    @GET
    @Path("/{id}")
    public Response hive(int id) {
        return apiary.hive(id)
                .map(hive -> Response.ok(hive).build())
                .orElseGet(
                        () ->
                                Response.status(Response.Status.NOT_FOUND)
                                        .entity(Map.of("error", "no such hive"))
                                        .build());
    }
}
