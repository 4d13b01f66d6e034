package io.github.fullstackmaven.detect.other;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OtherDetectionTest {
    private final MemoryTree tree = new MemoryTree();

    private List<Site> sites() {
        return new Detector(tree).survey().sites();
    }

    private Answer answer() {
        Detector detector = new Detector(tree);
        return detector.look(detector.survey().sites().get(0), Hints.NONE);
    }

    private String said() {
        Service service = answer().service();
        return String.join(
                " | ",
                service.kind().id(),
                service.framework().orElse("-"),
                service.packageManager().orElse("-"),
                service.versions().stream()
                        .map(v -> v.value() + " " + v.source())
                        .toList()
                        .toString(),
                String.join(" ", service.start().argv()),
                service.port().map(p -> p.value() + " " + p.source()).orElse("-"));
    }

    @Test
    void anAspNetProjectIsABackEndAndItsTestsAreNot() {
        tree.with("global.json", "{\"sdk\": {\"version\": \"9.0.100\"}}")
                .with(
                        "src/Api/Shop.Api.csproj",
                        "\uFEFF<Project Sdk=\"Microsoft.NET.Sdk.Web\"><AssemblyName>shop</AssemblyName></Project>")
                .with(
                        "src/Api/Properties/launchSettings.json",
                        "{\n\"applicationUrl\": \"https://localhost:7001;http://localhost:5180\"}")
                .with("src/Domain/Domain.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"/>")
                .with(
                        "src/Host/Host.csproj",
                        "<Project Sdk=\"Aspire.AppHost.Sdk/13.0\"><OutputType>Exe</OutputType></Project>")
                .with(
                        "tests/Api/Api.Tests.csproj",
                        "<Project Sdk=\"Microsoft.NET.Sdk.Web\"><PackageReference Include=\"xunit\" Version=\"2\"/></Project>");
        assertThat(said())
                .isEqualTo(
                        "backend | aspnet | nuget | [9.0.100 global.json] | /app/shop | 5180 src/Api/Properties/launchSettings.json:2");
        assertThat(sites().stream().filter(s -> s.kind() != ServiceKind.LIBRARY)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(5123));",
                "options.Listen(IPAddress.Any, 5123, o => o.UseHttps());",
                "builder.WebHost.UseUrls(\"http://*:5123\");",
                "app.Run(\"http://0.0.0.0:5123\");",
                "int port = config.GetValue<int>(\"Port\");\nport = port is 0 ? 5123 : port;\n"
                        + "builder.WebHost.ConfigureKestrel(o => o.ListenAnyIP(port));",
            })
    void theProgramOfAspNetSaysThePortItself(String text) {
        tree.with("Api/Api.csproj", "<Project Sdk=\"Microsoft.NET.Sdk.Web\"/>")
                .with("Api/Program.cs", text)
                .with(
                        "Api/Properties/launchSettings.json",
                        "{\"applicationUrl\": \"http://localhost:5180\"}");
        assertThat(said()).contains("| 5123 Api/Program.cs:");
    }

    @Test
    void laravelHasItsPortInTheEnvironmentFile() {
        tree.with(
                        "composer.json",
                        "{\"require\": {\"php\": \"^8.3\", \"laravel/framework\": \"^13\"}}")
                .with(".env.example", "APP_NAME=x\nAPP_PORT=9988\n");
        assertThat(said())
                .isEqualTo(
                        "backend | laravel | composer | [^8.3 composer.json] |  | 9988 .env.example:2");
    }

    @Test
    void aPhpLibraryIsNoService() {
        tree.with("composer.json", "{\"require\": {}}");
        assertThat(sites()).extracting(Site::kind).containsExactly(ServiceKind.LIBRARY);
    }

    @Test
    void railsListensWherePumaSays() {
        tree.with("Gemfile", "ruby '3.4.1'\ngem 'rails', '~> 8'\n")
                .with("bin/rails", "")
                .with("config/puma.rb", "threads 3, 3\nport ENV.fetch(\"PORT\") { 3100 }\n");
        assertThat(said())
                .isEqualTo(
                        "backend | rails | bundler | [3.4.1 Gemfile] | bundle exec bin/rails server | 3100 config/puma.rb:2");
    }

    @Test
    void theProcfileSaysHowSinatraStarts() {
        tree.with("Gemfile", "gem 'sinatra'\n")
                .with(".ruby-version", "ruby-3.3.0\n")
                .with("Procfile", "web: bundle exec puma -p $PORT\n");
        assertThat(said())
                .isEqualTo(
                        "backend | sinatra | bundler | [3.3.0 .ruby-version] | /bin/sh -c exec bundle exec puma -p $PORT | 4567 usual for it");
    }

    @Test
    void phoenixAndDenoAreRecognised() {
        tree.with("mix.exs", "elixir: \"~> 1.17\",\n{:phoenix, \"~> 1.8\"},\nmod: {A, []}")
                .with(
                        "config/runtime.exs",
                        "port: String.to_integer(System.get_env(\"PORT\", \"4001\"))");
        assertThat(said())
                .isEqualTo(
                        "backend | phoenix | mix | [~> 1.17 mix.exs] | mix phx.server | 4001 config/runtime.exs:1");
        tree.without("mix.exs")
                .with(
                        "deno.jsonc",
                        "{ // tasks\n \"tasks\": {\"start\": \"deno run -A ./main.ts\"}}")
                .with("main.ts", "Deno.serve({ port: 8123 }, handler);");
        assertThat(said()).isEqualTo("backend | - | deno | [] | deno run main.ts | 8123 main.ts:1");
    }

    @Test
    void whatIsNotBuiltSaysWhatToSupply() {
        tree.with("api/mix.exs", "{:phoenix, \"~> 1.8\"}");
        Finding finding = answer().findings().get(0);
        assertThat(finding.toString())
                .contains("FS-DETECT-010 api/mix.exs")
                .contains("api (phoenix)")
                .contains("write a Dockerfile for it in api");
    }
}
