package org.example.sauna;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The API of the saunas. */
@SpringBootApplication
public class SaunaplanApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(SaunaplanApplication.class, arguments);
    }
}
