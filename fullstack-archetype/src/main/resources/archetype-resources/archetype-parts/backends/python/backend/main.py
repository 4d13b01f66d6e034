"""What the server answers."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Annotated

from fastapi import Depends, FastAPI, Request
from pydantic import BaseModel, Field

from database import Database, Greeting


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.database = Database(os.environ.get("DATABASE_FILE", "app.db"))
    yield


def opened(request: Request) -> Database:
    return request.app.state.database


app = FastAPI(lifespan=lifespan)
OpenDatabase = Annotated[Database, Depends(opened)]


class NewGreeting(BaseModel):
    text: Annotated[str, Field(min_length=1, max_length=200)]


@app.get("/health")
def health(database: OpenDatabase) -> dict[str, str]:
    database.ping()
    return {"status": "ok"}


@app.get("/api/v1/greetings")
def greetings(database: OpenDatabase) -> list[Greeting]:
    return database.greetings()


@app.post("/api/v1/greetings", status_code=201)
def greet(database: OpenDatabase, new: NewGreeting) -> Greeting:
    return database.greet(new.text)
