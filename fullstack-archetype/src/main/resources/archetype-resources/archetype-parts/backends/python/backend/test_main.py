from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from main import app


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setenv("DATABASE_FILE", str(tmp_path / "app.db"))
    with TestClient(app) as client:
        yield client


def test_health_says_that_the_database_answers(client: TestClient) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


def test_a_greeting_that_was_sent_is_in_the_list(client: TestClient) -> None:
    sent = client.post("/api/v1/greetings", json={"text": "Bom dia"})
    assert sent.status_code == 201
    assert client.get("/api/v1/greetings").json()[-1] == sent.json()


def test_an_empty_greeting_is_refused(client: TestClient) -> None:
    answer = client.post("/api/v1/greetings", json={"text": ""})
    assert answer.status_code == 422
