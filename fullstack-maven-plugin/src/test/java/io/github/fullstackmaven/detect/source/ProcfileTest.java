package io.github.fullstackmaven.detect.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcfileTest {
    private static Procfile of(String text) {
        return Procfile.in(new MemoryTree().with("api/Procfile", text), "api").orElseThrow();
    }

    private static Procfile.Line web(String command) {
        return of("web: " + command).process("web").orElseThrow();
    }

    @Test
    void namesEveryProcessWithItsLine() {
        Procfile file = of("# comment\nweb: node a.js\nrelease: ./migrate\nmail:  node b.js  \n");
        assertThat(file.workers()).extracting(Procfile.Line::type).containsExactly("mail");
        assertThat(file.source(file.process("web").orElseThrow())).isEqualTo("api/Procfile:2");
        assertThat(file.process("mail").orElseThrow().command()).isEqualTo("node b.js");
    }

    @Test
    void aPlainCommandNeedsNoShell() {
        assertThat(web("gunicorn 'my app:app' --log-file \"-\"").argv())
                .containsExactly("gunicorn", "my app:app", "--log-file", "-");
    }

    @Test
    void aShellGivesWayToTheProgram() {
        assertThat(web("gunicorn app:app -b 0.0.0.0:$PORT").argv())
                .containsExactly("/bin/sh", "-c", "exec gunicorn app:app -b 0.0.0.0:$PORT");
        assertThat(web("bin/migrate && bin/serve").argv())
                .containsExactly("/bin/sh", "-c", "bin/migrate && bin/serve");
        assertThat(web("RACK_ENV=production bundle exec puma").argv())
                .containsExactly("/bin/sh", "-c", "RACK_ENV=production bundle exec puma");
    }

    @Test
    void aFileWithoutProcessesIsNone() {
        assertThat(Procfile.in(new MemoryTree().with("Procfile", "# later\n"), ".")).isEmpty();
    }

    @Test
    void thePortIsNoReasonForAShell() {
        for (String port : new String[] {"$PORT", "${PORT}", "${PORT:-8000}"}) {
            Procfile.Line line = new Procfile.Line("web", "exec bin/shop -p " + port, 1);
            assertThat(line.plain()).contains(List.of("bin/shop", "-p", "{port}"));
        }
        assertThat(new Procfile.Line("web", "bin/shop -p $OTHER", 1).plain()).isEmpty();
        assertThat(new Procfile.Line("web", "a $PORTAL", 1).plain()).isEmpty();
    }
}
