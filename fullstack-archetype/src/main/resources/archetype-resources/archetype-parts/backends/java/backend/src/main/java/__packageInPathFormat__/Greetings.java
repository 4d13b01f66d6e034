package ${package};

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The greetings in the database. */
@Repository
public class Greetings {
    private final JdbcClient database;

    Greetings(JdbcClient database) {
        this.database = database;
    }

    public void ping() {
        database.sql("SELECT 1").query().singleValue();
    }

    public List<Greeting> all() {
        return database.sql("SELECT id, text FROM greetings ORDER BY id").query(Greeting.class).list();
    }

    public Greeting add(String text) {
        return database.sql("INSERT INTO greetings (text) VALUES (?) RETURNING id, text")
                .param(text)
                .query(Greeting.class)
                .single();
    }
}
