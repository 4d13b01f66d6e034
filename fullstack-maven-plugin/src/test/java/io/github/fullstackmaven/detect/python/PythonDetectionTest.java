package io.github.fullstackmaven.detect.python;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.fullstackmaven.detect.Detector;
import io.github.fullstackmaven.detect.evidence.Answer;
import io.github.fullstackmaven.detect.evidence.Hints;
import io.github.fullstackmaven.detect.evidence.Site;
import io.github.fullstackmaven.model.Accuracy;
import io.github.fullstackmaven.model.Finding;
import io.github.fullstackmaven.model.PythonFacts;
import io.github.fullstackmaven.model.Service;
import io.github.fullstackmaven.model.ServiceKind;
import io.github.fullstackmaven.model.Sourced;
import io.github.fullstackmaven.scan.MemoryTree;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PythonDetectionTest {
    private final MemoryTree tree = new MemoryTree();

    private PythonDetectionTest file(String path, String text) {
        tree.with(path, text);
        return this;
    }

    private PythonDetectionTest requires(String... lines) {
        return file("api/requirements.txt", String.join("\n", lines));
    }

    private Answer answer() {
        Detector detector = new Detector(tree);
        List<Site> sites = detector.survey().sites();
        return detector.look(sites.get(0), Hints.NONE);
    }

    private Service service() {
        return answer().service();
    }

    private String start() {
        return String.join(" ", service().start().argv());
    }

    private String entry() {
        return service().start().entry().orElse("none");
    }

    private List<String> findings() {
        return answer().findings().stream().map(Finding::id).toList();
    }

    private PythonFacts facts() {
        return (PythonFacts) service().facts();
    }

    @ParameterizedTest
    @CsvSource({
        "uv.lock, uv",
        "poetry.lock, poetry",
        "pdm.lock, pdm",
        "Pipfile.lock, pipenv",
        "pylock.toml, pip",
        "requirements.txt, pip",
        "Pipfile, pipenv",
    })
    void aFileSaysWhichPackageManagerItIs(String file, String manager) {
        file("api/pyproject.toml", "[project]\nname='x'\ndependencies=['fastapi']\n");
        file("api/main.py", "app = FastAPI()").file("api/" + file, "");
        assertThat(service().packageManager()).contains(manager);
    }

    @Test
    void aLockFileSaysMoreThanALeftOverListAndBothAreReported() {
        requires("flask").file("api/poetry.lock", "").file("api/pyproject.toml", "[tool.poetry]");
        assertThat(service().packageManager()).contains("poetry");
        assertThat(findings()).contains("FS-PYTHON-001");
    }

    @Test
    void aDependencyIsFoundByItsNormalisedNameInAnIncludedFile() {
        requires("-r base.in", "-c constraints.txt").file("api/base.in", "FastAPI[standard]>=0.1");
        file("api/constraints.txt", "flask==3").file("api/main.py", "app = FastAPI()");
        assertThat(service().framework()).contains("fastapi");
        assertThat(facts().manifests())
                .containsExactly("base.in", "constraints.txt", "requirements.txt");
    }

    @Test
    void aDependencyForDevelopmentIsNone() {
        file(
                "api/pyproject.toml",
                "[project]\nname='x'\ndependencies=['flask']\n"
                        + "[dependency-groups]\ndev=['fastapi','uvicorn']\n");
        file("api/app.py", "app = Flask(__name__)");
        assertThat(service().framework()).contains("flask");
    }

    @ParameterizedTest
    @CsvSource({
        "main.py, main:app",
        "app.py, app:app",
        "app/main.py, app.main:app",
        "shop/app.py, shop.app:app",
        "src/shop/main.py, shop.main:app",
        "src/main.py, main:app",
    })
    void theApplicationIsFoundWhereItIsDefined(String path, String entry) {
        requires("fastapi", "uvicorn").file("api/" + path, "import os\napp = FastAPI(title='x')\n");
        assertThat(entry()).isEqualTo(entry);
        assertThat(service().start().kind()).isEqualTo("asgi");
    }

    @Test
    void importsTellFromWhichDirectoryModulesAreMeant() {
        requires("fastapi", "uvicorn").file("api/app/routers/users.py", "");
        file("api/app/main.py", "from routers import users\napp = FastAPI()\n");
        assertThat(entry()).isEqualTo("main:app");
        assertThat(service().variables()).containsEntry("PYTHONPATH", "app");
    }

    @Test
    void whatIsInsideAFunctionOrAStringIsNoApplication() {
        requires("fastapi", "uvicorn");
        file("api/main.py", "TEXT = '''\napp = FastAPI()\n'''\ndef f():\n    app = FastAPI()\n");
        file("api/server.py", "if True:\n    service: FastAPI = FastAPI(\n  docs_url=None)\n");
        assertThat(entry()).isEqualTo("server:service");
    }

    @Test
    void aFactoryIsCalledByTheServer() {
        requires("flask", "gunicorn");
        file("api/shop/__init__.py", "def create_app(config=None):\n    app = Flask(__name__)\n");
        assertThat(start()).isEqualTo(".venv/bin/gunicorn --bind {host}:{port} shop:create_app()");
    }

    @Test
    void aFactoryThatNeedsArgumentsIsNone() {
        requires("flask").file("api/app.py", "def create_app(config):\n    return Flask(config)\n");
        assertThat(service().start().kind()).isEqualTo("file");
    }

    @ParameterizedTest
    @CsvSource({
        "'fastapi,uvicorn', .venv/bin/uvicorn --host {host} --port {port} main:app",
        "'fastapi[standard]', uvicorn",
        "'fastapi,hypercorn', hypercorn",
        "'fastapi,granian', granian",
        "'fastapi,uvicorn,gunicorn', uvicorn.workers.UvicornWorker",
        "'fastapi,uvicorn-worker,gunicorn', uvicorn_worker.UvicornWorker",
    })
    void theServerIsOneThatIsInstalled(String packages, String part) {
        requires(packages.split(",")).file("api/main.py", "app = FastAPI()");
        for (String word : part.split(" ")) {
            assertThat(start()).contains(word);
        }
        assertThat(findings()).doesNotContain("FS-PYTHON-010");
    }

    @Test
    void aMissingServerIsAddedAndSaid() {
        requires("flask").file("api/app.py", "app = Flask(__name__)");
        assertThat(start()).startsWith(".venv/bin/gunicorn");
        assertThat(service().install()).hasSize(2).last().asString().contains("gunicorn==");
        assertThat(findings()).contains("FS-PYTHON-010");
    }

    @Test
    void djangoIsStartedByTheModuleThatItsSettingsName() {
        requires("Django", "gunicorn");
        file("api/manage.py", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'site_.settings')");
        file(
                "api/site_/settings.py",
                "import os\nKEY = os.environ['SECRET_KEY']\nSTATIC_ROOT = 'x'\n"
                        + "WSGI_APPLICATION = 'site_.web.application'\n");
        assertThat(entry()).isEqualTo("site_.web:application");
        assertThat(service().build())
                .containsExactly("SECRET_KEY=1 python manage.py collectstatic --noinput");
        assertThat(findings()).contains("FS-PYTHON-008", "FS-PYTHON-009");
    }

    @Test
    void djangoWithChannelsIsStartedAsynchronously() {
        requires("django", "channels", "daphne");
        file("api/manage.py", "setdefault('DJANGO_SETTINGS_MODULE', 'chat.settings')");
        file("api/chat/settings.py", "DEBUG = False").file("api/chat/asgi.py", "");
        assertThat(start()).isEqualTo(".venv/bin/daphne -b {host} -p {port} chat.asgi:application");
    }

    @ParameterizedTest
    @CsvSource({
        "'app.run(host=\"0.0.0.0\", port=5050)', 5050",
        "'p = int(os.environ.get(\"PORT\", 5051))', 5051",
        "'p = os.getenv(\"PORT\", default=\"5052\")', 5052",
        "'PORT = 5053', 5053",
        "'PORT = 11', 5000",
        "'x = connect(port=5432)', 5000",
    })
    void thePortIsReadFromTheSources(String line, int port) {
        requires("flask").file("api/app.py", "app = Flask(__name__)\n" + line + "\n");
        assertThat(service().port().map(Sourced::value)).contains(port);
    }

    @Test
    void theHealthRouteHasThePrefixesThatItHangsUnder() {
        requires("fastapi", "uvicorn");
        file(
                "api/app/main.py",
                "from app.core.config import settings\nfrom app.api.main import api_router\n"
                        + "app = FastAPI()\n"
                        + "app.include_router(api_router, prefix=settings.API_V1)\n");
        file("api/app/core/config.py", "class S:\n    API_V1: str = '/api/v1'\n");
        file(
                "api/app/api/main.py",
                "from app.api.routes import utils\napi_router = APIRouter()\n"
                        + "api_router.include_router(utils.router)\n");
        file(
                "api/app/api/routes/utils.py",
                "router = APIRouter(prefix='/utils')\n@router.get('/health-check/')\n"
                        + "def health():\n    return True\n");
        assertThat(service().health().orElseThrow().path())
                .isEqualTo("/api/v1/utils/health-check/");
        assertThat(service().health().orElseThrow().source())
                .isEqualTo("api/app/api/routes/utils.py:2");
    }

    @Test
    void aRouteForAnotherMethodIsNoHealthCheck() {
        requires("flask");
        file("api/app.py", "app = Flask('x')\n@app.route('/health', methods=['POST'])\ndef f(): 1");
        assertThat(service().health()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ".python-version, 3.12.4, 3.12.4",
        "runtime.txt, python-3.11.2, 3.11.2",
        ".tool-versions, python 3.12, 3.12",
    })
    void aVersionIsPinnedByAFile(String file, String text, String version) {
        requires("flask").file("api/" + file, text + "\n").file("api/app.py", "app = Flask('x')");
        assertThat(service().version("python")).contains(version);
    }

    @ParameterizedTest
    @CsvSource({
        "'>=3.11', 3.13",
        "'>=3.9,<3.13', 3.12",
        "'^3.10', 3.13",
        "'~=3.11.0', 3.11",
        "'>=3.14', 3.14",
        "'<4.0', 3.13",
        "'!=3.13.*,>=3.12', 3.14",
    })
    void aRangeGivesTheBuiltInReleaseOrTheNewestInside(String range, String version) {
        file(
                "api/pyproject.toml",
                "[project]\nname='x'\nrequires-python='" + range + "'\ndependencies=['flask']");
        file("api/app.py", "app = Flask('x')");
        assertThat(service().version("python")).contains(version);
        assertThat(service().versions().get(0).source()).isEqualTo("api/pyproject.toml");
    }

    @Test
    void aLibraryOfTheSystemComesWithThePackageThatNeedsIt() {
        requires("flask", "psycopg2>=2.9").file("api/app.py", "app = Flask('x')");
        assertThat(facts().buildPackages()).contains("libpq-dev", "gcc");
        assertThat(facts().runtimePackages()).containsExactly("libpq5");
    }

    @Test
    void aPackageThatBringsItsLibraryNeedsNone() {
        requires("flask", "psycopg[binary]", "psycopg2-binary");
        file("api/app.py", "app = Flask('x')");
        assertThat(facts().buildPackages()).isEmpty();
        assertThat(facts().runtimePackages()).isEmpty();
    }

    @Test
    void aLockedPackageWithoutAWheelIsCompiled() {
        file("api/pyproject.toml", "[project]\nname='x'\ndependencies=['flask','odd']");
        file(
                "api/uv.lock",
                "[[package]]\nname='odd'\nsdist={url='https://x/odd-1.tar.gz'}\n"
                        + "wheels=[{url='https://x/odd-1-cp313-win_amd64.whl'}]\n");
        file("api/app.py", "app = Flask('x')");
        assertThat(facts().buildPackages()).contains("gcc");
    }

    @Test
    void aMemberOfAWorkspaceIsInstalledFromTheWorkspacesLock() {
        file("pyproject.toml", "[tool.uv.workspace]\nmembers=['packages/*','api']")
                .file("uv.lock", "");
        file(
                "packages/base/pyproject.toml",
                "[project]\nname='Base_x'\n[build-system]\nrequires=[]");
        file("api/pyproject.toml", "[project]\nname='api'\ndependencies=['fastapi','base-x']");
        file("api/main.py", "app = FastAPI()");
        Detector detector = new Detector(tree);
        Site site =
                detector.survey().sites().stream()
                        .filter(s -> s.path().equals("api"))
                        .findFirst()
                        .orElseThrow();
        Service service = detector.look(site, Hints.NONE).service();
        assertThat(service.install())
                .first()
                .asString()
                .isEqualTo("uv sync --locked --no-dev --no-install-workspace --package api");
        PythonFacts facts = (PythonFacts) service.facts();
        assertThat(facts.directory()).isEqualTo(".");
        assertThat(facts.packages()).containsExactly("packages/base");
        assertThat(facts.manifests())
                .contains("api/pyproject.toml", "packages/base/pyproject.toml", "uv.lock");
    }

    @Test
    void theProjectsOwnCommandWinsAndIsToldWhereToListen() {
        requires("flask", "gunicorn").file("api/app.py", "app = Flask('x')");
        file(
                "api/Procfile",
                "release: x\nweb: gunicorn -w 3 -b 0.0.0.0:$PORT shop.web:app --log-file -");
        assertThat(start())
                .isEqualTo(
                        ".venv/bin/gunicorn --bind {host}:{port} -w 3 shop.web:app --log-file -");
        assertThat(entry()).isEqualTo("shop.web:app");
    }

    @Test
    void aWorkerOfTheProcfileIsAProcessOfTheSameProgram() {
        requires("flask", "gunicorn", "celery").file("api/app.py", "app = Flask('x')");
        file("api/Procfile", "web: gunicorn app:app\nworker: celery -A app.tasks worker");
        List<Service> workers = answer().workers();
        assertThat(workers).hasSize(1);
        assertThat(workers.get(0).kind()).isEqualTo(ServiceKind.WORKER);
        assertThat(workers.get(0).start().argv())
                .containsExactly(".venv/bin/celery", "-A", "app.tasks", "worker");
    }

    @Test
    void aProcfileWithAWorkerAloneMakesAWorkerWithoutAFramework() {
        file("api/Pipfile", "[packages]\nhttpx = '*'\n");
        file("api/reporter.py", "print(1)");
        file("api/Procfile", "worker: python reporter.py");
        assertThat(new Detector(tree).survey().sites())
                .singleElement()
                .matches(site -> site.isWorker() && site.accuracy() == Accuracy.HIGH);
    }

    @Test
    void aProgramThatListensOnLoopbackIsReported() {
        file("api/requirements.txt", "aiohttp");
        file("api/main.py", "web.run_app(make(), host='127.0.0.1', port=9000)");
        assertThat(findings()).contains("FS-PYTHON-007");
    }

    @Test
    void nothingToStartIsAnErrorThatSaysWhatToDo() {
        requires("flask").file("api/shop.py", "x = 1");
        assertThat(answer().findings())
                .anyMatch(f -> f.id().equals("FS-PYTHON-005") && f.isError());
    }

    @Test
    void aPackageWithoutAProgramIsALibrary() {
        file("lib/pyproject.toml", "[project]\nname='x'\n[build-system]\nrequires=['hatchling']");
        assertThat(new Detector(tree).survey().sites())
                .singleElement()
                .matches(site -> site.kind() == ServiceKind.LIBRARY);
    }

    @Test
    void theLockFileOfPep751IsInstalledAsItStands() {
        requires("flask").file("api/pylock.toml", "lock-version = '1.0'\n");
        file("api/app.py", "app = Flask(__name__)");
        assertThat(service().install()).startsWith("uv pip sync pylock.toml");
        assertThat(facts().manifests()).containsExactly("pylock.toml");
        assertThat(findings()).contains("FS-PYTHON-001").doesNotContain("FS-PYTHON-004");
    }

    @ParameterizedTest
    @CsvSource({
        "uvicorn, shop.asgi:application",
        "hypercorn, shop.asgi:application",
        "gunicorn uvicorn, shop.wsgi:application",
        "gunicorn, shop.wsgi:application",
        "granian, shop.wsgi:application",
    })
    void djangoIsServedTheWayThatTheInstalledServerCan(String servers, String entry) {
        requires(("django " + servers).split(" "));
        file("api/manage.py", "os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'shop.settings')")
                .file("api/shop/settings.py", "")
                .file("api/shop/asgi.py", "")
                .file("api/shop/wsgi.py", "");
        assertThat(entry()).isEqualTo(entry);
    }

    @Test
    void aQueueOfCeleryHasItsWorkerBesideTheBackEnd() {
        requires("flask", "gunicorn", "Celery[redis]");
        file("api/app.py", "app = Flask(__name__)")
                .file("api/jobs/queue.py", "tasks = celery.Celery('shop', broker=url)");
        assertThat(answer().workers())
                .singleElement()
                .satisfies(
                        worker -> {
                            assertThat(worker.name()).isEqualTo("celery");
                            assertThat(worker.kind()).isEqualTo(ServiceKind.WORKER);
                            assertThat(worker.port()).isEmpty();
                            assertThat(worker.start().argv())
                                    .startsWith(
                                            ".venv/bin/celery",
                                            "--app",
                                            "jobs.queue:tasks",
                                            "worker");
                        });
        file("api/Procfile", "web: gunicorn app:app\n");
        assertThat(answer().workers()).isEmpty();
    }

    @Test
    void aDirectoryWithAQueueAloneIsItsWorker() {
        requires("celery").file("api/main.py", "queue = Celery('shop')");
        assertThat(service().kind()).isEqualTo(ServiceKind.WORKER);
        assertThat(service().start().entry()).contains("main:queue");
        assertThat(answer().workers()).isEmpty();
    }
}
