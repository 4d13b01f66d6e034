package io.github.fullstackmaven.goal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Verdict;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final List<Verdict> VERDICTS =
            List.of(
                    Verdict.unwell("link", Finding.warning("FS-VERIFY-031", "nowhere", "mend it")),
                    Verdict.well("FS-VERIFY-010", "start page", "200"));

    @Test
    void aWarningIsAnErrorWhereItIsStrictAndARemarkWhereItIsIgnored() {
        assertThat(severity(false, Map.of())).isEqualTo(Severity.WARNING);
        assertThat(severity(true, Map.of())).isEqualTo(Severity.ERROR);
        assertThat(severity(true, Map.of("FS-VERIFY-031", "later"))).isEqualTo(Severity.INFO);
    }

    private static Severity severity(boolean strict, Map<String, String> ignored) {
        return new Judgement(strict, ignored)
                .of(VERDICTS)
                .get(0)
                .problem()
                .orElseThrow()
                .severity();
    }
}
