package org.example.glockenturm;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.util.List;
import java.util.Map;

@Controller("/bells")
public class BellsController {
    private static final List<Bell> BELLS =
            List.of(new Bell("Süße Anna", "06:00"), new Bell("Gros Pierre", "12:00"));

    @Get
    public List<Bell> all() {
        return BELLS;
    }

    @Get("/{number}")
    public HttpResponse<?> one(int number) {
        return number >= 0 && number < BELLS.size()
                ? HttpResponse.ok(BELLS.get(number))
                : HttpResponse.notFound(Map.of("error", "no such bell"));
    }
}
