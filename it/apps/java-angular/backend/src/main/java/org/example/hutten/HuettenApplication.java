package org.example.hutten;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The API of the huts. */
@SpringBootApplication
public class HuettenApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(HuettenApplication.class, arguments);
    }
}
