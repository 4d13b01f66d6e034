package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.model.ApiBase;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Severity;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceGuardTest {
    private final MemoryTree tree = new MemoryTree();
    private final Shop shop = new Shop();

    private SourceReport look() {
        return SourceGuard.look(tree, shop.application());
    }

    private List<String> ids() {
        return look().findings().stream().map(Finding::id).toList();
    }

    private String mended(String source) {
        tree.with("frontend/src/api.ts", source);
        List<Patch> patches = look().patches();
        return patches.isEmpty() ? "nothing" : patches.get(0).after();
    }

    @Test
    void aCallOfTheDevelopersMachineHasFileLineColumnAndRemedy() {
        tree.with(
                "frontend/src/api.ts",
                "export const towns = () =>\n"
                        + "  fetch('http://localhost:3000/api/v1/towns/selection')\n");
        Finding finding = look().findings().get(0);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding)
                .hasToString(
                        "FS-ORIGIN-001 frontend/src/api.ts:2: this calls"
                                + " http://localhost:3000/api/v1/towns/selection (column 10), which is"
                                + " the visitor's own machine; call the back end by a path, like"
                                + " /api/v1/towns/selection, and let the dev server's proxy do the"
                                + " rest");
    }

    @Test
    void aServerInTheSamePackageMayAskWhomItLikes() {
        String call = "import { x } from './x'; fetch('https://maps.example.com/tiles')";
        tree.with("frontend/server.js", "import express from 'express';" + call)
                .with("frontend/server/index.ts", "import fs from 'node:fs';" + call)
                .with("frontend/server/tiles.ts", call)
                .with("frontend/server/tiles/more.ts", call);
        assertThat(ids()).isEmpty();
        tree.with("frontend/src/build.js", "require('fs')").with("frontend/src/api.ts", call);
        assertThat(ids()).containsExactly("FS-ORIGIN-002");
    }

    @Test
    void anotherOriginIsNamedWithTheSettingThatAllowsIt() {
        tree.with("frontend/src/api.ts", "fetch('https://maps.example.com/tiles')");
        assertThat(look().findings().get(0).toString())
                .startsWith("FS-ORIGIN-002 frontend/src/api.ts:1: ")
                .contains(
                        "<allowedOrigins><connect-src><origin>https://maps.example.com</origin>"
                                + "</connect-src></allowedOrigins>");
    }

    @ParameterizedTest
    @CsvSource({
        "connect-src, https://maps.example.com, true",
        "connect-src, https://maps.example.com:443, true",
        "connect-src, http://maps.example.com, true",
        "connect-src, https://maps.example.com:8443, false",
        "connect-src, https://other.example.com, false",
        "img-src, https://maps.example.com, false",
    })
    void anOriginIsAllowedForWhatItIsAllowedFor(String directive, String origin, boolean allowed) {
        tree.with("frontend/src/api.ts", "fetch('https://maps.example.com/tiles')");
        shop.origins = Map.of(directive, List.of(origin));
        assertThat(ids().isEmpty()).isEqualTo(allowed);
    }

    @Test
    void theApplicationsOwnDomainIsNoOtherOrigin() {
        tree.with("frontend/src/api.ts", "fetch('https://shop.example/api/towns')");
        shop.domain = Optional.of("shop.example");
        assertThat(ids()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frontend/vite.config.ts",
                "frontend/src/api.test.ts",
                "frontend/src/api.spec.tsx",
                "frontend/src/__tests__/api.ts",
                "frontend/src/mocks/handlers.ts",
                "frontend/e2e/x.ts",
                "frontend/playwright.config.ts",
                "frontend/src/setupProxy.js",
                "frontend/src/vite-env.d.ts",
                "frontend/src/environments/environment.development.ts",
                "frontend/node_modules/x/index.js",
                "frontend/dist/assets/index.js",
                "frontend/README.md",
                "frontend/package.json",
                "backend/static/x.js",
            })
    void whatIsNotInThePagesIsNotLookedAt(String path) {
        tree.with(path, "export default fetch('http://localhost:3000/api/x')");
        assertThat(ids()).isEmpty();
    }

    @Test
    void ofAngularsEnvironmentsThatOfProductionCounts() {
        String environment = "export const environment = { apiUrl: 'http://localhost:3000/api' };";
        tree.with("frontend/src/environments/environment.ts", environment);
        assertThat(ids()).containsExactly("FS-ORIGIN-001");
        tree.with("frontend/src/environments/environment.prod.ts", "apiUrl: '/api'");
        assertThat(ids()).isEmpty();
        tree.with("frontend/src/environments/environment.prod.ts", environment);
        assertThat(ids()).containsExactly("FS-ORIGIN-001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const base = import.meta.env.VITE_API_URL || 'http://localhost:3000'",
                "const base = import.meta.env.DEV ? 'http://localhost:3000' : ''",
                "if (process.env.NODE_ENV === 'development') fetch('http://localhost:3000/x')",
            })
    void whatMayBeForDevelopmentAloneIsARemark(String source) {
        tree.with("frontend/src/api.ts", source);
        SourceReport report = look();
        assertThat(report.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
        assertThat(report.findings().get(0).message()).endsWith(", if it gets into the pages");
        assertThat(report.patches()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "fetch(\"http://localhost:3000/api/x\"), fetch(\"/api/x\")",
                "fetch('http://127.0.0.1:3000/api?x=1'), fetch('/api?x=1')",
                "fetch(`http://localhost:3000/api/x/${id}`), fetch(`/api/x/${id}`)",
                "axios.get('http://localhost:3000/api/x'), axios.get('/api/x')",
                "xhr.open('GET'; 'http://localhost:3000/api/x'), xhr.open('GET'; '/api/x')",
                "axios.create({ baseURL: 'http://localhost:3000/api' }), axios.create({ baseURL: '/api' })",
                "new EventSource('http://localhost:3000/api/live'), new EventSource('/api/live')",
                "const API = 'http://localhost:3000/api/v1', const API = '/api/v1'",
            })
    void theCommonFormsBecomePaths(String before, String after) {
        assertThat(mended(before.replace(';', ','))).isEqualTo(after.replace(';', ','));
    }

    @Test
    void aBaseIsLeftEmptyWhereThePrefixIsPutBehindIt() {
        assertThat(mended("const API = 'http://localhost:3000';\nfetch(`${API}/api/towns`)"))
                .isEqualTo("const API = '';\nfetch(`${API}/api/towns`)");
        assertThat(mended("const API = 'http://localhost:3000';\nfetch(`${API}/towns`)"))
                .isEqualTo("nothing");
    }

    @Test
    void whereThePrefixIsTakenOffItIsPutBefore() {
        shop.stripPrefix = true;
        assertThat(mended("fetch('http://localhost:3000/towns')")).isEqualTo("fetch('/api/towns')");
        assertThat(mended("axios.create({ baseURL: 'http://localhost:3000' })"))
                .isEqualTo("axios.create({ baseURL: '/api' })");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('http://localhost:4000/api/x')",
                "fetch('http://localhost:3000/other')",
                "fetch('http://localhost:3000')",
                "new WebSocket('ws://localhost:3000/api/live')",
                "new URL('http://localhost:3000/api/x')",
                "const API = 'http://localhost:3000/api'; new URL('/x', API)",
                "fetch('https://api.example.com/api/x')",
                "fetch(`http://localhost:${port}/api/x`)",
            })
    void whatIsNotSureIsNotSuggested(String source) {
        assertThat(mended(source)).isEqualTo("nothing");
    }

    @Test
    void afterTheChangeThereIsNothingToSay() {
        String source =
                "const a = fetch('http://localhost:3000/api/a'); // http://localhost:3000\n"
                        + "const b = fetch('http://localhost:3000/api/b');\n";
        tree.with("frontend/src/api.ts", mended(source));
        assertThat(look().findings()).isEmpty();
        assertThat(look().patches()).isEmpty();
    }

    @Test
    void theSameAddressIsSaidOnceAFile() {
        tree.with("frontend/src/api.ts", "fetch('http://localhost:3000/api/x')\n".repeat(50));
        List<Finding> findings = look().findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).contains("(column 8, and 49 more in this file)");
    }

    @Test
    void aBuildScriptThatSetsTheBaseItselfWinsAndIsReported() {
        shop.apiBases = List.of(new ApiBase("VITE_API_URL", List.of()));
        tree.with(
                "frontend/package.json",
                "{\"scripts\": {\n\"dev\": \"VITE_API_URL=http://localhost:3000 vite\",\n"
                        + "\"build\": \"cross-env VITE_API_URL=http://localhost:3000 vite build\"}}");
        Finding finding = look().findings().get(0);
        assertThat(finding.id()).isEqualTo("FS-API-001");
        assertThat(finding.message()).contains("VITE_API_URL to http://localhost:3000");
    }

    @Test
    void aHostInAnEnvFileIsOverruledAndOtherPublicValuesAreMissed() {
        shop.apiBases = List.of(new ApiBase("VITE_API_URL", List.of()));
        shop.publicVariables = List.of("VITE_TITLE", "VITE_EMPTY");
        tree.with(
                "frontend/.env",
                "# comment\nexport VITE_API_URL=\"http://localhost:3000\"\n"
                        + "VITE_TITLE='Shop'\nVITE_EMPTY=\nDATABASE_URL=x\n");
        assertThat(look().findings())
                .extracting(f -> f.id() + " " + f.severity() + " " + f.line().orElse(0))
                .containsExactly("FS-API-002 INFO 2", "FS-API-003 WARNING 3");
        tree.with("frontend/.env", "VITE_API_URL=/api\n");
        assertThat(ids()).isEmpty();
    }

    @Test
    void aPathThatIsNotBelowThePrefixIsToldWithTheSettingThatItNeeds() {
        shop.port = Sourced.byDefault(3000);
        tree.with("frontend/src/books.js", "get('http://localhost:5001/books')");
        assertThat(look().findings().get(0).remedy())
                .contains("/api/books (with fullstack.apiStripPrefix, where it answers /books)");
        assertThat(look().patches()).isEmpty();
        shop.stripPrefix = true;
        assertThat(look().findings().get(0).remedy()).contains("like /api/books, and");
        assertThat(look().patches()).hasSize(1);
    }

    @Test
    void anotherPortThanTheOneThatTheProjectNamesIsAnotherService() {
        shop.port = new Sourced<>(3000, "backend/src/main.rs:41");
        shop.stripPrefix = true;
        tree.with("frontend/src/books.js", "get('http://localhost:5001/books')");
        assertThat(look().patches()).isEmpty();
    }

    @Test
    void aHostThatAMapPutsInLaterIsOneOfThoseThatAreAllowed() {
        tree.with(
                "frontend/src/map.js",
                "L.tileLayer('https://{s}.tile.example.org/{z}/{x}/{y}.png')");
        assertThat(look().findings().get(0).remedy())
                .contains("<img-src><origin>https://*.tile.example.org</origin></img-src>");
        shop.origins = Map.of("img-src", List.of("https://*.tile.example.org"));
        assertThat(ids()).isEmpty();
        shop.origins = Map.of("img-src", List.of("https://*.example.com"));
        assertThat(ids()).containsExactly("FS-ORIGIN-002");
    }
}
