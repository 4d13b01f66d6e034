"""The books, and who has them."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Book:
    mark: str
    title: str
    author: str
    reader: str | None

    def as_dict(self) -> dict[str, str | None]:
        return asdict(self)


SHELF = (
    Book("b1", "Das blaue Känguru", "Käthe Übelacker", None),
    Book("b2", "Zimowa podróż", "Stanisław Żak", "Łucja"),
    Book("b3", "Señales de humo", "Íñigo Larrañaga", None),
    Book("b4", "L’été des hérissons", "Hélène Forêt", "Jörg"),
)
