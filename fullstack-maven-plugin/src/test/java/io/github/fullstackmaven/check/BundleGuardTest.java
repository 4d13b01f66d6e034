package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.scan.MemoryTree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleGuardTest {
    private static final String CALL = "var a=1;fetch(\"http://localhost:3000/api/towns\")";
    private static final String SOURCE = "\n\nfetch('http://localhost:3000/api/towns')\n";

    private final MemoryTree tree = new MemoryTree().with("frontend/src/api.ts", SOURCE);
    private final List<Page> pages = new ArrayList<>();
    private final Map<String, String> maps = new HashMap<>();

    private List<Finding> look() {
        BuiltPages built =
                new BuiltPages() {
                    @Override
                    public List<Page> pages() {
                        return pages;
                    }

                    @Override
                    public Optional<String> map(String path) {
                        return Optional.ofNullable(maps.get(path));
                    }

                    @Override
                    public List<Finding> unread() {
                        return List.of();
                    }
                };
        return BundleGuard.look(built, tree, new Shop().application());
    }

    /** A map of one mapping: everything comes from line 3 of that source. */
    private static String map(String source) {
        return "{\"version\":3,\"sources\":[\"" + source + "\"],\"mappings\":\"AAEA\"}";
    }

    private static String place(Finding finding) {
        return finding.file().orElse("") + ":" + finding.line().orElse(0);
    }

    @Test
    void aCallHasItsPlaceInTheBuiltFile() {
        pages.add(new Page("assets/index.js", "\n" + CALL));
        assertThat(look()).hasSize(1);
        assertThat(look().get(0).toString())
                .startsWith(
                        "FS-ORIGIN-001 assets/index.js:2: the built page calls"
                                + " http://localhost:3000/api/towns (column 16), which is the visitor's"
                                + " own machine; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../src/api.ts",
                "webpack:///./src/api.ts",
                "webpack://shop/./src/api.ts?1a2b",
                "src/api.ts",
                "api.ts",
                "../../../frontend/src/api.ts",
            })
    void aSourceMapNamesTheSourceHoweverTheBundlerSpellsIt(String source) {
        pages.add(new Page("assets/index.js", CALL + "\n//# sourceMappingURL=index.js.map\n"));
        maps.put("assets/index.js.map", map(source));
        assertThat(place(look().get(0))).isEqualTo("frontend/src/api.ts:3");
        assertThat(look().get(0).message()).contains("(in assets/index.js:1, column 16)");
    }

    @Test
    void aSourceMapWithinTheFileAndOneThatIsNotReferredToCountAsWell() {
        String inline =
                Base64.getEncoder()
                        .encodeToString(map("src/api.ts").getBytes(StandardCharsets.UTF_8));
        pages.add(
                new Page(
                        "a.js",
                        CALL + "\n//# sourceMappingURL=data:application/json;base64," + inline));
        pages.add(new Page("b.js", CALL));
        maps.put("b.js.map", map("src/api.ts"));
        assertThat(look())
                .extracting(BundleGuardTest::place)
                .containsExactly("frontend/src/api.ts:3", "frontend/src/api.ts:3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "../../src/other.ts",
                "../../src/missing.ts",
                "",
            })
    void aSourceMapThatLiesOrPointsOutsideIsNotBelieved(String source) {
        tree.with("frontend/src/other.ts", "\n\nfetch('/api/towns')\n");
        pages.add(new Page("assets/index.js", CALL + "\n//# sourceMappingURL=index.js.map"));
        maps.put("assets/index.js.map", map(source));
        assertThat(place(look().get(0))).isEqualTo("assets/index.js:1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../../etc/passwd",
                "https://maps.example/index.js.map",
                "data:application/json;base64,!!!",
                "data:application/json,{}",
                "",
            })
    void aReferenceToAMapThatIsNotThereIsNoFault(String reference) {
        pages.add(new Page("assets/index.js", CALL + "\n//# sourceMappingURL=" + reference));
        assertThat(place(look().get(0))).isEqualTo("assets/index.js:1");
    }

    @Test
    void whatLibrariesKeepIsNoCall() {
        pages.add(
                new Page(
                        "assets/vendor.js",
                        "/*! react https://react.dev/ */"
                                + "function f(e){return\"https://react.dev/errors/\"+e}"
                                + "var n={svg:\"http://www.w3.org/2000/svg\"};"
                                + "new URL(e,\"http://localhost\");"
                                + "\"http://localhost\"===o;e.href=\"https://a.example/\";"
                                + "throw Error(\"see https://b.example/ or http://localhost:3000\")"));
        assertThat(look()).isEmpty();
    }
}
