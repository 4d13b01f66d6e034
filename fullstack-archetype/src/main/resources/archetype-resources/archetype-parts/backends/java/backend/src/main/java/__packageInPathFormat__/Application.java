package ${package};

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Application {

    public static void main(String[] args) {
        unpackTheDriverBesideTheDatabase();
        SpringApplication.run(Application.class, args);
    }

    /** The driver of SQLite is native code in a jar, and in a container nothing in /tmp can be executed. */
    private static void unpackTheDriverBesideTheDatabase() {
        String file = System.getenv("DATABASE_FILE");
        if (file != null) {
            System.setProperty("org.sqlite.tmpdir", Path.of(file).toAbsolutePath().getParent().toString());
        }
    }
}
