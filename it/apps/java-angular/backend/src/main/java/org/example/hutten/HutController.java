package org.example.hutten;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/api/huts")
class HutController {
    private final Huts huts;

    HutController(Huts huts) {
        this.huts = huts;
    }

    @GetMapping
    List<Hut> all() {
        return huts.all();
    }

    @GetMapping("/{id}")
    Hut one(@PathVariable("id") int id) {
        return huts.find(id).orElseThrow(HutController::unknown);
    }

    @PostMapping("/{id}/bookings")
    @ResponseStatus(HttpStatus.CREATED)
    Hut book(@PathVariable("id") int id, @RequestBody Booking booking) {
        if (booking.beds() < 1) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "beds: from 1 on");
        }
        return huts.book(id, booking.beds()).orElseThrow(HutController::unknown);
    }

    @ExceptionHandler
    ProblemDetail full(Huts.FullException problem) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, problem.getMessage());
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "no such hut");
    }

    record Booking(String guest, int beds) {}
}
