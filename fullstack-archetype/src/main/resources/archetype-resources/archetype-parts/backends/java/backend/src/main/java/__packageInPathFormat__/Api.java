package ${package};

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the server answers. */
@RestController
public class Api {
    private final Greetings greetings;

    Api(Greetings greetings) {
        this.greetings = greetings;
    }

    @GetMapping("/health")
    Map<String, String> health() {
        greetings.ping();
        return Map.of("status", "ok");
    }

    @GetMapping("/api/v1/greetings")
    List<Greeting> greetings() {
        return greetings.all();
    }

    record NewGreeting(@NotNull @Size(min = 1, max = 200) String text) {}

    @PostMapping("/api/v1/greetings")
    @ResponseStatus(HttpStatus.CREATED)
    Greeting greet(@Valid @RequestBody NewGreeting greeting) {
        return greetings.add(greeting.text());
    }
}
