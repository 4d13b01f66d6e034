package io.github.fullstackmaven.goal.verify;

import io.github.fullstackmaven.host.Answer;
import io.github.fullstackmaven.host.HttpSite.Request;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of requests and what they have to be answered with.
 *
 * @param id the finding's id
 * @param subject what the row is about, for people
 * @param request what is asked
 * @param wishes what the answer has to be like
 * @param remedy what to do when it is not
 */
record Row(String id, String subject, Request request, List<Wish> wishes, String remedy) {
    /** Returns what is to be said of an answer. */
    Verdict judge(Answer answer) {
        List<String> missed = new ArrayList<>();
        if (answer.status() == 0) {
            missed.add(answer.summary());
        } else {
            wishes.stream()
                    .map(w -> w.missed(answer))
                    .flatMap(Optional::stream)
                    .forEach(missed::add);
        }
        return missed.isEmpty()
                ? Verdict.well(id, subject, request + ": " + answer.summary())
                : Verdict.unwell(
                        subject,
                        Finding.error(id, request + ": " + String.join(", ", missed), remedy));
    }
}
