"""The book that sightings are written into."""

from __future__ import annotations

import threading
from pathlib import Path

from pydantic import BaseModel, Field, TypeAdapter


class NewSighting(BaseModel):
    species: str = Field(min_length=1, max_length=80)
    place: str = Field(min_length=1, max_length=80)
    observer: str = Field(min_length=1, max_length=80)
    count: int = Field(ge=1)


class Sighting(NewSighting):
    number: int


FIRST = [
    Sighting(number=1, species="Mönchsgrasmücke", place="Hinterer Wühlgarten", observer="Jörg", count=2),
    Sighting(number=2, species="Rötelfalke", place="Peña del Águila", observer="Åsa", count=1),
    Sighting(number=3, species="Grünspecht", place="Świerkowa Góra", observer="Zoë", count=1),
    Sighting(number=4, species="Mönchsgrasmücke", place="Île aux Ânes", observer="Zoë", count=5),
]

_LIST = TypeAdapter(list[Sighting])


class Book:
    def __init__(self, entries: list[Sighting], file: Path | None) -> None:
        self._entries = entries
        self._file = file
        self._lock = threading.Lock()

    @classmethod
    def kept_in(cls, file: Path | None) -> Book:
        if file is not None and file.exists():
            return cls(_LIST.validate_json(file.read_bytes()), file)
        return cls(list(FIRST), file)

    def all(self) -> list[Sighting]:
        with self._lock:
            return list(self._entries)

    def find(self, number: int) -> Sighting | None:
        return next((s for s in self.all() if s.number == number), None)

    def add(self, new: NewSighting) -> Sighting:
        with self._lock:
            entry = Sighting(number=len(self._entries) + 1, **new.model_dump())
            self._entries.append(entry)
            if self._file is not None:
                self._file.write_bytes(_LIST.dump_json(self._entries))
            return entry
