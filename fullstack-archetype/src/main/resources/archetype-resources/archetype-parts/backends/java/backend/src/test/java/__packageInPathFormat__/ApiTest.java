package ${package};

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;

@SpringBootTest
@AutoConfigureMockMvc
class ApiTest {
    @TempDir static Path directory;

    @Autowired MockMvc server;

    @DynamicPropertySource
    static void useADatabaseOfItsOwn(DynamicPropertyRegistry properties) {
        properties.add("DATABASE_FILE", () -> directory.resolve("app.db").toString());
    }

    @Test
    void healthSaysThatTheDatabaseAnswers() throws Exception {
        server.perform(get("/health")).andExpect(status().isOk()).andExpect(jsonPath("$.status").value("ok"));
    }

    @Test
    void aGreetingThatWasSentIsInTheList() throws Exception {
        server.perform(greeting("{\"text\": \"Bom dia\"}")).andExpect(status().isCreated());
        server.perform(get("/api/v1/greetings")).andExpect(jsonPath("$[-1:].text").value("Bom dia"));
    }

    @Test
    void anEmptyGreetingIsRefused() throws Exception {
        server.perform(greeting("{\"text\": \"\"}")).andExpect(status().isBadRequest());
    }

    private static RequestBuilder greeting(String json) {
        return post("/api/v1/greetings").contentType(MediaType.APPLICATION_JSON).content(json);
    }
}
