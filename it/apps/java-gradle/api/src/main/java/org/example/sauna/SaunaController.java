package org.example.sauna;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/saunas")
class SaunaController {
    private static final List<Sauna> SAUNAS =
            List.of(
                    new Sauna("Löyly", 95, 14, 18),
                    new Sauna("Seehäusle", 85, 17, 22),
                    new Sauna("Bania Świętojańska", 70, 8, 12));

    @GetMapping
    List<Sauna> all() {
        return SAUNAS;
    }

    @GetMapping("/hot")
    List<Sauna> hot(@RequestParam("at") int hour) {
        return SAUNAS.stream().filter(s -> s.hotAt(hour)).toList();
    }
}
