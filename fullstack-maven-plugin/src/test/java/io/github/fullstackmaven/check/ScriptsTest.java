package io.github.fullstackmaven.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script does with an address, told from what it only says. */
class ScriptsTest {
    private static List<Mention> mentions(String script) {
        return Scripts.mentions(script, 0, script.length());
    }

    private static List<String> found(String script) {
        return mentions(script).stream().map(m -> m.use() + " " + m.address().shown()).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fetch('http://localhost:3000/api/towns')",
                "await fetch( \"http://localhost:3000/api/towns\", {method: 'POST'})",
                "window.fetch(`http://localhost:3000/api/towns`)",
                "fetch(`http://localhost:3000/api/towns/${id}`)",
                "fetch(new URL('http://localhost:3000/api'))",
                "axios('http://localhost:3000/api')",
                "axios.get('http://localhost:3000/api')",
                "axios.post<Town>(\"http://localhost:3000/api\", body)",
                "this.http.get<Array<Town>>('http://localhost:3000/api')",
                "axios.create({ baseURL: 'http://localhost:3000' })",
                "axios.defaults.baseURL = 'http://localhost:3000'; fetch(baseURL)",
                "axios({method:'get',url:'http://localhost:3000/api'})",
                "$.ajax({ url: 'http://localhost:3000/api' })",
                "xhr.open('GET', 'http://localhost:3000/api')",
                "e.open(\"POST\",\"http://localhost:3000/api\",!0)",
                "new WebSocket('ws://localhost:3000/live')",
                "new EventSource('http://localhost:3000/events')",
                "navigator.sendBeacon('http://localhost:3000/b')",
                "new HttpLink({ uri: 'http://localhost:3000/graphql' })",
                "const API_URL = 'http://localhost:3000'",
                "export const environment = {\n  // the back end\n  apiUrl: 'http://localhost:3000'\n}",
                "const base: string = 'http://localhost:3000'; fetch(base + '/x')",
                "const base = 'http://localhost:3000'; fetch(`${base}/x`)",
                "fetch(base + '/x'); var base = 'http://localhost:3000'",
                "window.__ENV = { API_URL: 'http://localhost:3000' }",
                "fetch('http://127.0.0.1:8000/x')",
                "fetch('http://[::1]:8000/x')",
                "fetch('//localhost:8000/x')",
                "fetch(DEV ? 'http://localhost:3000/x' : '/x')",
            })
    void callsAreFound(String script) {
        assertThat(mentions(script)).extracting(Mention::use).containsExactly(Use.CONNECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return 'http://localhost:3000'",
                "const url = 'http://localhost:3000/api'",
                "const url = () => 'http://localhost:3000/api'",
                "load('http://localhost:3000/api')",
                "e(\"http://localhost:3000/api\")",
                "\"http://localhost:3000/api/\".concat(e)",
                "x = {url: 'http://localhost:3000/api'}",
                "x = import.meta.env.VITE_API || 'http://localhost:3000'",
                "new URL('/towns', 'http://localhost:3000')",
                "JSON.parse('{\"api\":\"http://localhost:3000\"}')",
                "JSON.parse(\"{\\\"api\\\":\\\"http://localhost:3000\\\"}\")",
            })
    void whatIsKeptOrHandedOnIsFound(String script) {
        // Text that begins a statement is only found with what is done with it.
        if (script.startsWith("\"")) {
            assertThat(mentions("x=" + script)).extracting(Mention::use).containsExactly(Use.HELD);
        } else {
            assertThat(mentions(script)).extracting(Mention::use).containsExactly(Use.HELD);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// fetch('http://localhost:3000')",
                "/* fetch('http://localhost:3000') */",
                "/*! license: \"http://localhost:3000\" */",
                "const r = /fetch('http:\\/\\/localhost:3000')/",
                "if (x) /'/.test(y); // 'http://localhost:3000'",
                "if (origin === 'http://localhost:3000') {}",
                "if ('http://localhost:3000' !== origin) {}",
                "switch (o) { case 'http://localhost:3000': break }",
                "origin.startsWith('http://localhost:3000')",
                "'http://localhost:3000'.includes(origin)",
                "['http://localhost:3000', 'x'].includes(origin)",
                "console.log('http://localhost:3000')",
                "throw new Error('http://localhost:3000 is not there')",
                "throw new TypeError(`http://localhost:3000/${x}`)",
                "<a href='http://localhost:3000'>here</a>",
                "<a href={'http://localhost:3000'}>here</a>",
                "e(\"a\",{href:\"http://localhost:3000\"})",
                "<input placeholder='http://localhost:3000'/>",
                "document.createElementNS('http://www.w3.org/2000/svg', 'g')",
                "const ns = { svg: 'http://www.w3.org/2000/svg' }",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'/>",
                "'please start http://localhost:3000'",
                "'use strict'; 'http://localhost:3000'",
                "window.open('http://localhost:3000')",
                "location.href = 'http://localhost:3000'",
                "const a = location.hostname === 'localhost' ? 'http://localhost:3000' : ''",
                "x = { 'http://localhost:3000': 1 }",
                "new URL(path, 'http://localhost')",
                "e(\"p\",{children:\"http://localhost:3000\"})",
                "fetch('/api/towns')",
                "fetch(`http://${host}/x`)",
                "fetch('./a//b')",
            })
    void whatIsOnlySaidIsNot(String script) {
        assertThat(found(script)).isEmpty();
    }

    @Test
    void anotherOriginCountsWhereItIsCalled() {
        assertThat(found("fetch('https://api.example.com/x?a=1')"))
                .containsExactly("CONNECT https://api.example.com/x?a=1");
        assertThat(found("const site = 'https://example.com'"))
                .containsExactly("HELD https://example.com");
        assertThat(found("const API_BASE = 'https://example.com'"))
                .containsExactly("CONNECT https://example.com");
        assertThat(found("const docsApiUrl = 'https://example.com'"))
                .containsExactly("HELD https://example.com");
        assertThat(found("import x from 'https://esm.sh/x'; import('https://esm.sh/y')"))
                .containsExactly("SCRIPT https://esm.sh/x", "SCRIPT https://esm.sh/y");
        assertThat(found("script.src = 'https://cdn.example/x.js'"))
                .containsExactly("SCRIPT https://cdn.example/x.js");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src={`https://flags.example/${code}.svg`} alt='x'/>",
                "<img alt={a} src='https://flags.example/x'/>",
                "jsx(\"img\",{alt:a,src:`https://flags.example/${e}`})",
                "h('img', { src: 'https://flags.example/x' })",
                "<CardMedia image={post.file || 'https://flags.example/x.png'} title={t}/>",
                "n.src=\"https://flags.example/x.webp\"",
                "L.tileLayer('https://tile.example/{z}/{x}/{y}.png')",
                "L.tileLayer('https://{s}.tile.example/{z}/{x}/{y}{r}.png', {a: 1})",
            })
    void imagesAreFoundByTheirElementOrTheirName(String script) {
        assertThat(mentions(script)).extracting(Mention::use).containsExactly(Use.IMAGE);
    }

    @Test
    void anAddressSaysWhatItIs() {
        assertThat(found("e.src=`https://a.example/gtag/js?id=${t}`;"))
                .containsExactly("SCRIPT https://a.example/gtag/js?id=");
        assertThat(found("return \"https://a.example/maps/api/js?\".concat(e.join(\"&\"))"))
                .containsExactly("SCRIPT https://a.example/maps/api/js?");
        assertThat(found("function f(){e.push(1),\"https://a.example/api/js?\".concat(e)}"))
                .containsExactly("SCRIPT https://a.example/api/js?");
        assertThat(found("load('https://a.example/css2?family=X')"))
                .containsExactly("STYLE https://a.example/css2?family=X");
        assertThat(found("x={url:'https://a.example/x.woff2'}"))
                .containsExactly("FONT https://a.example/x.woff2");
        assertThat(
                        found(
                                "x={tiles:['https://a.example/{z}/{x}/{y}.pbf']}; y=\"https://a.example/\""))
                .containsExactly("HELD https://a.example/");
        assertThat(found("x={url:'https://a.example/{z}/{x}/{y}.pbf'}"))
                .containsExactly("CONNECT https://a.example/{z}/{x}/{y}.pbf");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const t=`https://api.example/v1?a=${e}`,n=await fetch(t);",
                "var o=\"https://api.example/v1\",c=e=>e.body;x={del:e=>s.del(\"\"+o+e)}",
                "var o=\"https://api.example/v1\";a.get(\"\".concat(o).concat(e))",
                "var o=\"https://api.example/v1\";a.get(`${o}${e}`)",
                "x=e.clone({url:`https://api.example/v1${e.url}`})",
                "x={API_HOST:String(\"https://api.example\")||\"\"}",
                "constructor(t={}){e(this,\"baseUrl\",\"https://api.example/v1\");}",
            })
    void whatMinifiersMakeOfACallIsOne(String script) {
        assertThat(mentions(script)).extracting(Mention::use).containsExactly(Use.CONNECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var o=\"https://a.example/\";o=\"https://b.example\";fetch(t)",
                "var t=\"https://a.example/\";x={t:1};fetch(e.t)",
                "<a title='x' href='https://a.example/x.png'>x</a>",
                "<Link to='https://a.example/x.js'/>",
                "d(h,\"href\",\"https://a.example/?q=\"+e);fetch(i.href)",
                "d(B,\"href\",ne=\"https://a.example/?q=\"+e);io(ne)",
                "if(ne!==(ne=\"https://a.example/?q=\"+e))io(ne)",
            })
    void whatIsKeptAndNeverCalledIsNoCall(String script) {
        assertThat(mentions(script)).allMatch(m -> m.use() == Use.HELD);
    }

    @Test
    void templatesWithinTemplatesAreLeftInOrder() {
        assertThat(
                        found(
                                "x(`a ${b ? `c ${fetch('http://localhost:1/x')} }` : '}'} `);"
                                        + "fetch('http://localhost:2/y')"))
                .containsExactly("CONNECT http://localhost:1/x", "CONNECT http://localhost:2/y");
    }

    @Test
    void aTextThatIsLeftOpenEndsWithItsLine() {
        assertThat(found("<p>Don't</p>\nfetch('http://localhost:1/x')"))
                .containsExactly("CONNECT http://localhost:1/x");
    }

    @Test
    void oneOfSeveralValuesIsConditional() {
        assertThat(mentions("const a = DEV ? 'http://localhost:3000' : '/'"))
                .allMatch(Mention::conditional);
        assertThat(mentions("const a = x ?? 'http://localhost:3000'"))
                .allMatch(Mention::conditional);
        assertThat(mentions("const a = 'http://localhost:3000'")).noneMatch(Mention::conditional);
    }

    /**
     * The same bound holds for a bundle in one line, for brackets without end, and for no script.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "var a=1,b=\"x\";function c(d){return d/2+(e(f)||[g])}",
                "({[",
                "`${",
                "'\\",
                "/[/",
                "a<b>c(",
                "\"http://localhost:1\"+",
                "x=\"https://a.example/\";",
                "\u0000\u0001'`\"/*",
                "{\"a\":\"",
                "fetch(fetch(fetch(",
            })
    void anyTextIsReadInOneGo(String part) {
        readInOneGo(part.repeat(1024 * 1024 / part.length()));
    }

    @Test
    void aBundleOfTwentyMegabytesIsReadInOneGo() {
        String part = "var a=1,b=\"x\";function c(d){return d/2+(e(f)||[g])?`${h}`:\"/i\"}";
        readInOneGo(part.repeat(20 * 1024 * 1024 / part.length()));
    }

    private static void readInOneGo(String text) {
        Counted counted = new Counted(text);
        List<Mention> found = Scripts.mentions(counted, 0, text.length());
        assertThat(found.size()).isLessThanOrEqualTo(2_000);
        assertThat(counted.reads).isLessThan(40L * text.length());
    }

    /** Counts how often a character is looked at. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long reads;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            reads++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            reads += end - start;
            return text.substring(start, end);
        }
    }
}
