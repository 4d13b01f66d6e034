from pathlib import Path

from sightings.book import Book, NewSighting


def test_what_was_written_is_there_after_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "book.json"
    new = NewSighting(species="Bartmeise", place="Schilfsee", observer="Jörg", count=3)
    number = Book.kept_in(file).add(new).number

    found = Book.kept_in(file).find(number)

    assert found is not None
    assert found.species == "Bartmeise"
