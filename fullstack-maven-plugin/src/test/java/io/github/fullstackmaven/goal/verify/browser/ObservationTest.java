package io.github.fullstackmaven.goal.verify.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.fullstackmaven.goal.verify.browser.Complaint.Kind;
import org.junit.jupiter.api.Test;

class ObservationTest {
    private final Observation observation = new Observation();

    @Test
    void aPageThatIsWellHasNoComplaint() {
        heard(
                "Network.requestWillBeSent",
                "{'requestId':'1','type':'Document','request':{'url':'http://s/'}}");
        heard(
                "Network.responseReceived",
                "{'requestId':'1','type':'Document','response':{'url':'http://s/','status':200}}");
        assertThat(observation.underWay()).containsExactly("http://s/");
        heard("Network.loadingFinished", "{'requestId':'1'}");
        heard("Runtime.consoleAPICalled", "{'type':'warning','args':[{'value':'old'}]}");
        heard("Page.loadEventFired", "{}");

        assertThat(observation.complaints()).isEmpty();
        assertThat(observation.isLoaded()).isTrue();
        assertThat(observation.underWay()).isEmpty();
        assertThat(observation.documentStatus()).isEqualTo(200);
    }

    @Test
    void whatThePolicyBlocksIsToldOnceWithItsPlace() {
        heard(
                "Network.requestWillBeSent",
                "{'requestId':'1','type':'Fetch','request':{'url':'http://localhost:3000/a'}}");
        heard("Network.loadingFailed", "{'requestId':'1','errorText':'','blockedReason':'csp'}");
        heard(
                "Runtime.bindingCalled",
                "{'name':'fullstackVerifyBlocked','payload':'{\\'directive\\':\\'connect-src\\',"
                        + "\\'blocked\\':\\'http://localhost:3000/a\\',\\'source\\':\\'http://s/a.js\\',"
                        + "\\'line\\':3,\\'column\\':7,\\'enforced\\':true}'}");

        assertThat(observation.complaints())
                .singleElement()
                .satisfies(
                        c -> {
                            assertThat(c.kind()).isEqualTo(Kind.BLOCKED);
                            assertThat(c.text())
                                    .isEqualTo("connect-src blocks http://localhost:3000/a");
                            assertThat(c.place()).contains("http://s/a.js:3:7");
                        });
    }

    @Test
    void requestsThatFailAreToldAndThoseThatThePageGaveUpAreNot() {
        heard(
                "Network.requestWillBeSent",
                "{'requestId':'1','type':'Fetch','request':{'url':'http://s/a'}}");
        heard(
                "Network.requestWillBeSent",
                "{'requestId':'2','type':'Fetch','request':{'url':'http://s/b'}}");
        heard(
                "Network.loadingFailed",
                "{'requestId':'1','errorText':'net::ERR_CONNECTION_REFUSED'}");
        heard(
                "Network.loadingFailed",
                "{'requestId':'2','errorText':'net::ERR_ABORTED','canceled':true}");
        heard(
                "Network.responseReceived",
                "{'requestId':'3','type':'Fetch','response':{'url':'http://s/c','status':502}}");
        heard(
                "Network.responseReceived",
                "{'requestId':'4','type':'Other','response':{'url':'http://s/favicon.ico','status':404}}");

        assertThat(observation.complaints())
                .extracting(Complaint::text)
                .containsExactly(
                        "http://s/a failed: net::ERR_CONNECTION_REFUSED",
                        "http://s/c answered 502");
    }

    @Test
    void whatGoesOnByNatureIsNotWaitedFor() {
        heard(
                "Network.requestWillBeSent",
                "{'requestId':'1','type':'EventSource','request':{'url':'http://s/e'}}");

        assertThat(observation.underWay()).isEmpty();
    }

    @Test
    void whatScriptsThrowAndWriteIsOneLine() {
        heard(
                "Runtime.exceptionThrown",
                "{'exceptionDetails':{'text':'Uncaught','url':'http://s/a.js','lineNumber':0,'columnNumber':4,"
                        + "'exception':{'description':'TypeError: x\\n    at y'}}}");
        heard(
                "Runtime.consoleAPICalled",
                "{'type':'error','args':[{'value':'lost'},{'description':'Error: z'}]}");

        assertThat(observation.complaints())
                .extracting(Complaint::text)
                .containsExactly("TypeError: x", "lost Error: z");
        assertThat(observation.complaints().get(0).place()).contains("http://s/a.js:1:5");
    }

    @Test
    void aDialogueIsAnsweredOnceAndACrashIsSeen() {
        heard("Page.javascriptDialogOpening", "{'type':'alert'}");
        heard("Inspector.targetCrashed", "{}");

        assertThat(observation.takeDialog()).contains("alert");
        assertThat(observation.takeDialog()).isEmpty();
        assertThat(observation.isCrashed()).isTrue();
    }

    @Test
    void whatMakesNoSenseIsNoFault() {
        heard("Runtime.bindingCalled", "{'name':'fullstackVerifyBlocked','payload':'no JSON'}");
        heard("Network.responseReceived", "{}");
        heard("Something.new", "{}");

        assertThat(observation.complaints()).hasSize(1);
    }

    private void heard(String method, String json) {
        try {
            // A quote within a text stands as \' in these lines.
            String text =
                    json.replace("\\'", "\u0001").replace('\'', '"').replace("\u0001", "\\\"");
            observation.heard(method, JsonMapper.builder().build().readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
