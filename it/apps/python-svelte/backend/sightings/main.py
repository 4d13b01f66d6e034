"""The API of the sightings."""

import os
from pathlib import Path

from fastapi import FastAPI, HTTPException

from sightings.book import Book, NewSighting, Sighting

app = FastAPI(title="Vogelbuch")
book = Book.kept_in(Path(os.environ["SIGHTINGS_FILE"]) if "SIGHTINGS_FILE" in os.environ else None)


@app.get("/api/health")
def health() -> dict[str, str]:
    return {"status": "ok"}


@app.get("/api/sightings")
def sightings(species: str | None = None) -> list[Sighting]:
    return [s for s in book.all() if species is None or s.species == species]


@app.get("/api/sightings/{number}")
def sighting(number: int) -> Sighting:
    found = book.find(number)
    if found is None:
        raise HTTPException(404, "no such sighting")
    return found


@app.post("/api/sightings", status_code=201)
def report(new: NewSighting) -> Sighting:
    return book.add(new)
