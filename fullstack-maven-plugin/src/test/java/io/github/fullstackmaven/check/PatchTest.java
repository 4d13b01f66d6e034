package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PatchTest {
    @Test
    void isADiffWithItsSurroundings() {
        Patch patch =
                new Patch(
                        "src/a.ts",
                        "1\n2\n3\n4\nold\n6\n7\n8\n9\n",
                        "1\n2\n3\n4\nnew\n6\n7\n8\n9\n");
        assertThat(patch.unified())
                .containsExactly(
                        "--- a/src/a.ts",
                        "+++ b/src/a.ts",
                        "@@ -2,7 +2,7 @@",
                        " 2",
                        " 3",
                        " 4",
                        "-old",
                        "+new",
                        " 6",
                        " 7",
                        " 8");
    }

    @Test
    void changesNearEachOtherShareAHunkAndOthersHaveTheirOwn() {
        String before = "a\n" + "x\n".repeat(4) + "b\n" + "x\n".repeat(9) + "c\n";
        String after = before.replace("a", "A").replace("b", "B").replace("c", "C");
        assertThat(new Patch("f", before, after).unified())
                .filteredOn(line -> line.startsWith("@@"))
                .containsExactly("@@ -1,9 +1,9 @@", "@@ -13,4 +13,4 @@");
    }

    @Test
    void aLastLineWithoutAnEndIsMarked() {
        assertThat(new Patch("f", "old", "new").unified())
                .containsExactly(
                        "--- a/f",
                        "+++ b/f",
                        "@@ -1,1 +1,1 @@",
                        "-old",
                        "+new",
                        "\\ No newline at end of file");
    }
}
