package org.example.orgeln;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OrgansTest {

    @Test
    void anOrganIsFoundByItsNumber() {
        assertEquals(1688, Organs.find("2").orElseThrow().year());
        assertTrue(Organs.find("two").isEmpty());
    }
}
