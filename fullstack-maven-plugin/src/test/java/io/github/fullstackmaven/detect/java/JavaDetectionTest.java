package io.github.fullstackmaven.detect.java;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.JavaFacts;
import io.github.fullstackmaven.model.JavaFacts.Packaging;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import io.github.fullstackmaven.scan.RepositoryPath;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("InlineFormatString") // A text of this length would hide the tests.
class JavaDetectionTest {
    private static final String BOOT =
            "<parent><groupId>org.springframework.boot</groupId>"
                    + "<artifactId>spring-boot-starter-parent</artifactId><version>%s</version>"
                    + "<relativePath/></parent>";
    private static final String BOOT_PLUGIN =
            "<build><plugins><plugin><groupId>org.springframework.boot</groupId>"
                    + "<artifactId>spring-boot-maven-plugin</artifactId></plugin></plugins></build>";

    private final MemoryTree tree = new MemoryTree();

    private JavaDetectionTest file(String path, String text) {
        tree.with(path, text);
        return this;
    }

    private JavaDetectionTest pom(String directory, String artifact, String rest) {
        return file(
                directory + "/pom.xml",
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><artifactId>"
                        + artifact
                        + "</artifactId>"
                        + rest
                        + "</project>");
    }

    private static String dependency(String group, String artifact) {
        return "<dependencies><dependency><groupId>"
                + group
                + "</groupId><artifactId>"
                + artifact
                + "</artifactId></dependency></dependencies>";
    }

    private JavaDetectionTest boot(String version, String rest) {
        return pom("api", "shop", String.format(BOOT, version) + rest + BOOT_PLUGIN);
    }

    private List<Site> sites() {
        return new Detector(tree).survey().sites();
    }

    private Answer answer() {
        Detector detector = new Detector(tree);
        return detector.look(detector.survey().sites().get(0), Hints.NONE);
    }

    private Service service() {
        return answer().service();
    }

    private JavaFacts facts() {
        return (JavaFacts) service().facts();
    }

    private String start() {
        return String.join(" ", service().start().argv());
    }

    @Test
    void springBootIsToldWhereToListen() {
        boot("3.5.0", "");
        assertThat(service().framework()).contains("spring-boot");
        assertThat(service().packageManager()).contains("maven");
        assertThat(service().variables())
                .containsEntry("SERVER_PORT", "{port}")
                .containsEntry("SERVER_ADDRESS", "{host}");
        assertThat(service().build()).containsExactly("mvn -B -ntp -Dmaven.test.skip=true package");
        assertThat(start()).startsWith("jre/bin/java").endsWith("-jar app.jar");
    }

    @ParameterizedTest
    @CsvSource({
        "4.0.0, SPRING_BOOT",
        "3.3.1, SPRING_BOOT",
        "3.2.9, SPRING_BOOT_LAYERS",
        "2.7.18, SPRING_BOOT_LAYERS",
        "2.1.4.RELEASE, WHOLE",
    })
    void theVersionOfSpringBootTellsHowItsJarComesApart(String version, Packaging packaging) {
        boot(version, "");
        assertThat(facts().packaging()).isEqualTo(packaging);
    }

    @ParameterizedTest
    @CsvSource({
        "3.2.9, org.springframework.boot.loader.launch.JarLauncher",
        "2.7.18, org.springframework.boot.loader.JarLauncher",
    })
    void theLauncherOfLayersHasTheNameOfItsTime(String version, String launcher) {
        boot(version, "");
        assertThat(start()).endsWith(launcher);
    }

    @Test
    void aCompleteWrapperBuilds() {
        boot("3.5.0", "").file("api/mvnw", "");
        assertThat(facts().wrapper()).isFalse();
        file("api/.mvn/wrapper/maven-wrapper.properties", "");
        assertThat(service().build()).first().asString().startsWith("sh ./mvnw ");
    }

    @ParameterizedTest
    @CsvSource({
        "<maven.compiler.release>17</maven.compiler.release><java.version>21</java.version>, 17",
        "<java.version>21</java.version><maven.compiler.target>17</maven.compiler.target>, 21",
        "<v>17</v><java.version>${v}</java.version>, 17",
        "<maven.compiler.target>11</maven.compiler.target>, 11",
    })
    void theVersionOfJavaIsWhatTheBuildAsksFor(String properties, String version) {
        boot("3.5.0", "<properties>" + properties + "</properties>");
        assertThat(service().version("java")).contains(version);
    }

    @ParameterizedTest
    @CsvSource({
        ".java-version, 17, 17",
        ".sdkmanrc, java=21.0.2-tem, 21",
        ".tool-versions, java temurin-17.0.9+9, 17",
        "system.properties, java.runtime.version=17, 17",
    })
    void aFileNamesTheVersionWhereTheBuildDoesNot(String name, String text, String version) {
        boot("3.5.0", "").file("api/" + name, text);
        assertThat(service().version("java")).contains(version);
        assertThat(service().versions().get(0).source()).isEqualTo("api/" + name);
    }

    @Test
    void aVersionThatIsTooOldIsReportedAndReplaced() {
        boot("2.1.0", "<properties><java.version>1.8</java.version></properties>");
        assertThat(service().version("java")).isEmpty();
        assertThat(answer().findings()).extracting(Finding::id).contains("FS-JAVA-002");
    }

    @Test
    void ofManyModulesTheOneThatIsPackagedIsTheProgram() {
        pom(
                "be",
                "all",
                "<packaging>pom</packaging><modules><module>core</module><module>web</module></modules>");
        String parent = "<parent><artifactId>all</artifactId></parent>";
        pom(
                "be/core",
                "core",
                parent + dependency("org.springframework.boot", "spring-boot-starter"));
        pom("be/web", "web", parent + BOOT_PLUGIN);
        assertThat(sites()).extracting(Site::path).containsExactly("be/web");
        assertThat(service().build())
                .containsExactly("mvn -B -ntp -Dmaven.test.skip=true package -pl web -am");
        assertThat(facts().directory()).isEqualTo("be");
        assertThat(facts().modules()).containsExactly(".", "core", "web");
    }

    @Test
    void anInheritedPluginIsEverywhereSoTheMainClassTells() {
        pom(
                "be",
                "all",
                "<packaging>pom</packaging><modules><module>core</module><module>web</module></modules>"
                        + BOOT_PLUGIN);
        String parent = "<parent><artifactId>all</artifactId></parent>";
        pom("be/core", "core", parent).pom("be/web", "web", parent);
        file(
                "be/web/src/main/java/a/Web.java",
                "package a; class Web { public static void main(String[] a) {} }");
        file("be/core/src/main/java/a/Core.java", "package a; class Core {}");
        assertThat(sites()).extracting(Site::path).containsExactly("be/web");
    }

    @Test
    void modulesThatGoInCirclesComeToAnEnd() {
        pom(
                "be",
                "a",
                "<packaging>pom</packaging><modules><module>x</module><module>../be</module><module>../../out</module></modules>");
        pom(
                "be/x",
                "x",
                "<parent><artifactId>a</artifactId></parent><modules><module>..</module></modules>"
                        + BOOT_PLUGIN);
        assertThat(sites()).hasSize(1);
    }

    private JavaDetectionTest reactor(String more) {
        pom(
                "be",
                "all",
                "<packaging>pom</packaging><modules><module>core</module><module>web</module>"
                        + "</modules>"
                        + more);
        String parent = "<parent><artifactId>all</artifactId></parent>";
        pom("be/core", "core", parent);
        return pom("be/web", "web", parent + BOOT_PLUGIN);
    }

    @Test
    void dependenciesAreFetchedByWhatNoSourceChanges() {
        reactor("").file("be/.mvn/maven.config", "-Pfull").file("be/.mvn/jvm.config", "-Xmx1g");
        JavaFacts.Preparation before = facts().preparation().orElseThrow();
        assertThat(before.files())
                .containsOnlyKeys(
                        ".mvn/jvm.config",
                        ".mvn/maven.config",
                        "core/pom.xml",
                        "core/src/main/java/fullstack/StandIn.java",
                        "pom.xml",
                        "web/pom.xml",
                        "web/src/main/java/fullstack/StandIn.java");
        assertThat(before.files()).containsEntry(".mvn/maven.config", "-Pfull");
        assertThat(before.commands()).first().asString().startsWith(service().build().get(0));
        assertThat(before.ownOptions()).isTrue();
        file("be/core/src/main/java/a/Core.java", "package a; class Core {}");
        assertThat(facts().preparation()).contains(before);
    }

    @Test
    void aParentThatIsNoModuleAndSourcesElsewhereArePartOfThePreparation() {
        pom("be", "all", "<packaging>pom</packaging><modules><module>web</module></modules>");
        pom("be/above", "above", "<packaging>pom</packaging>");
        pom(
                "be/web",
                "web",
                "<parent><artifactId>above</artifactId><relativePath>../above/pom.xml"
                        + "</relativePath></parent><build><sourceDirectory>"
                        + "${project.basedir}/src/main/kotlin</sourceDirectory><plugins><plugin>"
                        + "<groupId>org.springframework.boot</groupId>"
                        + "<artifactId>spring-boot-maven-plugin</artifactId>"
                        + "</plugin></plugins></build>");
        assertThat(facts().skeleton())
                .containsOnlyKeys(
                        "above/pom.xml",
                        "pom.xml",
                        "web/pom.xml",
                        "web/src/main/kotlin/fullstack/StandIn.java");
    }

    @ParameterizedTest
    @CsvSource({"3.6.3, false", "3.8.8, false", "3.9.0, true", "3.9.11, true", "4.0.0, true"})
    void aWrapperOfAnOldMavenIsNotPrepared(String version, boolean prepared) {
        boot("3.5.0", "").file("api/mvnw", "");
        file(
                "api/.mvn/wrapper/maven-wrapper.properties",
                "distributionUrl=https\\://example.org/apache-maven-" + version + "-bin.zip");
        assertThat(facts().preparation().isPresent()).isEqualTo(prepared);
    }

    @Test
    void testsAreCompiledWhereOtherModulesTakeThem() {
        reactor("<dependencies><dependency><type>test-jar</type></dependency></dependencies>");
        assertThat(service().build())
                .containsExactly("mvn -B -ntp -DskipTests package -pl web -am");
    }

    @Test
    void aPlainJarIsStartedByItsOnlyMainClassWithItsJarsBeside() {
        pom("api", "plain", dependency("org.slf4j", "slf4j-simple"));
        file(
                "api/src/main/java/a/b/Main.java",
                "package a.b;\nclass Main { public static void main(String[] x) {} }");
        assertThat(facts().packaging()).isEqualTo(Packaging.THIN);
        assertThat(start()).endsWith("-cp app.jar:lib/* a.b.Main");
        assertThat(service().build()).first().asString().contains("copy-dependencies");
    }

    @Test
    void severalMainClassesAreAConflictThatSaysWhereToNameOne() {
        pom("api", "plain", "");
        for (String name : List.of("One", "Two")) {
            file(
                    "api/src/main/java/" + name + ".java",
                    "class " + name + " { public static void main(String[] x) {} }");
        }
        assertThat(answer().findings())
                .anyMatch(f -> f.id().equals("FS-JAVA-003") && f.message().contains("One, Two"));
    }

    @Test
    void aWarForAServerOfItsOwnIsNotBuilt() {
        pom("api", "shop", "<packaging>war</packaging>");
        assertThat(answer().findings()).anyMatch(Finding::isError);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application.properties | server.port = 9012 | 9012",
                "application.properties | server.port=${PORT:9013} | 9013",
                "application.yml | server: {port: 9014} | 9014",
                "config/application.yaml | server: {port: '${P:9015}'} | 9015",
                "application-prod.yml | server: {port: 9016} | 9016",
                "application.properties | other.port=9 | 8080",
                "application.properties | server.port=0 | 8080",
            })
    void thePortIsReadFromTheConfiguration(String name, String text, int port) {
        boot("3.5.0", "").file("api/src/main/resources/" + name, text);
        assertThat(service().port().map(Sourced::value)).contains(port);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "io.micronaut | application.properties | micronaut.server.port=9021 | 9021",
                "io.micronaut | application.toml | [micronaut.server]\\nport = 9022 | 9022",
                "io.micronaut | application.json | {\"micronaut\": {\"server\": {\"port\": 9023}}} | 9023",
                "io.ktor | application.conf | ktor {\\n  deployment {\\n port = 9024 # x\\nport = ${?PORT}\\n}\\n} | 9024",
                "io.vertx | ../conf/web.json | {\"http.port\": 9025} | 9025",
                "io.vertx | ../../../conf/config.json | {\"http\": {\"server\": {\"port\": 9026}}} | 9026",
                "io.dropwizard | ../../../web.yml | server: {applicationConnectors: [{type: http, port: 9027}]} | 9027",
                "io.helidon.microprofile.server | META-INF/microprofile-config.properties | server.port=9028 | 9028",
            })
    void everyFrameworkHasItsOwnPlaceForThePort(String group, String name, String text, int port) {
        pom("api", "own", dependency(group, "server"));
        String path = RepositoryPath.resolve("api/src/main/resources", name).orElseThrow();
        file(path, text.replace("\\n", "\n"));
        assertThat(service().port().map(Sourced::value)).contains(port);
        assertThat(service().port().map(Sourced::source).orElseThrow()).startsWith(path);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "System.getenv().getOrDefault(\"PORT\", \"9031\") | 9031",
                "Optional.ofNullable(System.getenv(\"HTTP_PORT\")).orElse(\"9032\") | 9032",
                "Integer.getInteger(\"server.port\", 9033) | 9033",
                "HttpServer.create(new InetSocketAddress(9034), 0) | 9034",
                "new InetSocketAddress(\"0.0.0.0\", PORT); static final int PORT = 9035; | 9035",
                "vertx.createHttpServer().listen(9036) | 9036",
                "Javalin.create().start(9037) | 9037",
                "embeddedServer(Netty, port = 9038) | 9038",
                "new InetSocketAddress(\"db.example.org\", 5432) | ",
                "/* start(9039) */ // start(9039) | ",
                "System.getenv().getOrDefault(\"DB_PORT\", \"5432\") | ",
                "worker.start(3) | ",
            })
    void aProgramOfNoFrameworkHasThePortInItsSources(String code, Integer port) {
        pom("api", "plain", "");
        file(
                "api/src/main/java/a/Main.java",
                "package a;\nclass Main { public static void main(String[] a) {\n"
                        + code
                        + ";\n}}");
        assertThat(service().port())
                .isEqualTo(
                        Optional.ofNullable(port)
                                .map(p -> new Sourced<>(p, "api/src/main/java/a/Main.java:3")));
    }

    @Test
    void theServerOfAPluginIsToldThePortInThePom() {
        String plugin =
                "<packaging>war</packaging><properties><web>8380</web></properties><profiles>"
                        + "<profile><build><plugins><plugin>"
                        + "<groupId>org.jboss.eap.plugins</groupId>"
                        + "<artifactId>eap-maven-plugin</artifactId><configuration><javaOpts>"
                        + "%s</javaOpts></configuration></plugin></plugins></build></profile>"
                        + "</profiles>";
        pom("api", "shop", String.format(plugin, "-Djboss.http.port=${web}"));
        assertThat(service().port()).contains(new Sourced<>(8380, "api/pom.xml"));
        pom("api", "shop", String.format(plugin, "-Djboss.socket.binding.port-offset=100"));
        assertThat(service().port()).contains(new Sourced<>(8180, "api/pom.xml"));
    }

    @Test
    void libertyHasThePortInAFileOfItsOwn() {
        pom(
                "api",
                "shop",
                "<build><plugins><plugin><groupId>io.openliberty.tools</groupId>"
                        + "<artifactId>liberty-maven-plugin</artifactId></plugin></plugins></build>");
        assertThat(service().port().map(Sourced::value)).contains(9080);
        String path = "api/src/main/liberty/config/server.xml";
        file(path, "<server>\n<httpEndpoint host=\"*\" httpPort=\"9081\"/>\n</server>");
        assertThat(service().port()).contains(new Sourced<>(9081, path + ":2"));
    }

    @Test
    void theActuatorIsBelowTheContextPath() {
        boot("3.5.0", dependency("org.springframework.boot", "spring-boot-starter-actuator"));
        file("api/src/main/resources/application.properties", "server.servlet.context-path=/shop/");
        assertThat(service().health().orElseThrow().path()).isEqualTo("/shop/actuator/health");
    }

    @Test
    void aControllerMayHaveTheHealthCheck() {
        boot("3.5.0", "");
        file(
                "api/src/main/java/a/Up.java",
                "package a;\n@RestController\n@RequestMapping(\"/api\")\nclass Up {\n"
                        + "  @GetMapping(value = \"/health\")\n  String up() { return \"\"; }\n}\n");
        assertThat(service().health().orElseThrow().path()).isEqualTo("/api/health");
        assertThat(service().health().orElseThrow().source())
                .isEqualTo("api/src/main/java/a/Up.java:5");
    }

    @Test
    void theServerOfTheJdkMayHaveTheHealthCheck() {
        pom("api", "plain", "");
        file(
                "api/src/main/java/a/Main.java",
                "package a;\nclass Main {\n  public static void main(String[] a) {\n"
                        + "    server.createContext(\"/health\", up);\n  }\n}\n");
        assertThat(service().health().orElseThrow().path()).isEqualTo("/health");
    }

    @Test
    void quarkusAndMicronautAreToldInTheirOwnWay() {
        pom("api", "q", dependency("io.quarkus", "quarkus-smallrye-health"));
        assertThat(service().variables()).containsEntry("QUARKUS_HTTP_PORT", "{port}");
        assertThat(service().health().orElseThrow().path()).isEqualTo("/q/health");
        assertThat(start()).endsWith("-jar quarkus-run.jar");
        pom("api", "m", dependency("io.micronaut", "micronaut-management"));
        assertThat(service().variables()).containsEntry("MICRONAUT_SERVER_PORT", "{port}");
        assertThat(service().health().orElseThrow().path()).isEqualTo("/health");
    }

    @Test
    void gradleIsReadInGroovyAndKotlin() {
        file("api/settings.gradle", "include 'core', ':web'");
        file("api/core/build.gradle", "plugins { id 'java' }");
        file(
                "api/web/build.gradle.kts",
                "plugins {\n  java\n  id(\"org.springframework.boot\") version \"3.4.1\"\n}\n"
                        + "java { toolchain { languageVersion.set(JavaLanguageVersion.of(17)) } }\n"
                        + "dependencies {\n  implementation(project(\":core\"))\n"
                        + "  implementation(\"org.springframework.boot:spring-boot-starter-actuator\")\n}\n");
        assertThat(sites()).extracting(Site::path).containsExactly("api/web");
        assertThat(service().build()).containsExactly("gradle --no-daemon :web:bootJar");
        assertThat(service().version("java")).contains("17");
        assertThat(service().health().orElseThrow().path()).isEqualTo("/actuator/health");
    }

    @Test
    void aPluginThatIsNotAppliedAndACatalogueAreUnderstood() {
        file("api/settings.gradle.kts", "include(\"app\")");
        file("api/build.gradle.kts", "plugins { id(\"io.quarkus\") version \"3\" apply false }");
        file(
                "api/gradle/libs.versions.toml",
                "[plugins]\nmicro-app = {id='io.micronaut.application', version='4'}");
        file("api/app/build.gradle.kts", "plugins { alias(libs.plugins.micro.app) }");
        assertThat(sites()).extracting(Site::path).containsExactly("api/app");
        assertThat(service().framework()).contains("micronaut");
    }

    @Test
    void theShortFormsAndTheBundlesOfACatalogueAreUnderstood() {
        file("api/settings.gradle", "include 'app'");
        file(
                "api/gradle/libs.versions.toml",
                "[libraries]\nboot-actuator = 'org.springframework.boot:spring-boot-starter-actuator:4'"
                        + "\n[bundles]\nboot = ['boot-actuator']"
                        + "\n[plugins]\nspring-boot = 'org.springframework.boot:4.1.0'");
        file(
                "api/app/build.gradle",
                "plugins { alias(libs.plugins.spring.boot) }\n"
                        + "dependencies { implementation libs.bundles.boot }");
        assertThat(sites()).extracting(Site::path).containsExactly("api/app");
        assertThat(service().framework()).contains("spring-boot");
        assertThat(service().health().orElseThrow().path()).isEqualTo("/actuator/health");
    }

    @Test
    void aPlainGradleProgramIsInstalled() {
        file(
                "api/build.gradle",
                "plugins { id 'application' }\napplication { mainClass = 'a.Main' }\nsourceCompatibility = '17'");
        assertThat(facts().packaging()).isEqualTo(Packaging.DISTRIBUTION);
        assertThat(service().build()).containsExactly("gradle --no-daemon :installDist");
        assertThat(start()).endsWith("-cp app.jar:lib/* a.Main");
        assertThat(service().version("java")).contains("17");
    }

    @Test
    void aBrokenPomIsAFindingWithItsLine() {
        file("api/pom.xml", "<project>\n<oops>\n</project>");
        Detector detector = new Detector(tree);
        detector.survey().sites();
        assertThat(detector.broken()).containsKey("api/pom.xml");
    }
}
