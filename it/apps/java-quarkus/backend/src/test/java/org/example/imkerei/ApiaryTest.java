package org.example.imkerei;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiaryTest {
    @Test
    void heavyHivesAreFound() {
        assertEquals(List.of(3), new Apiary().from(50).stream().map(Hive::id).toList());
    }
}
