"""The teas, and how they are liked."""

import threading


class Teas:
    def __init__(self):
        self._lock = threading.Lock()
        self._teas = {
            tea["number"]: tea
            for tea in (
                {"number": 1, "name": "Gänseblümchen", "minutes": 7, "degrees": 95, "stars": 0},
                {"number": 2, "name": "Thé des Forêts", "minutes": 4, "degrees": 90, "stars": 0},
                {"number": 3, "name": "Żółty Smok", "minutes": 2, "degrees": 70, "stars": 0},
            )
        }
        self._given = {}

    def all(self):
        return list(self._teas.values())

    def one(self, number):
        return self._teas[number]

    def rate(self, number, stars):
        """Adds a judgement; a tea has the mean of all of its own."""
        if not isinstance(stars, int) or not 1 <= stars <= 5:
            raise ValueError("stars: from 1 to 5")
        with self._lock:
            tea = self._teas[number]
            given = self._given.setdefault(number, [])
            given.append(stars)
            tea["stars"] = round(sum(given) / len(given), 1)
            if tea["stars"] == int(tea["stars"]):
                tea["stars"] = int(tea["stars"])
            return dict(tea)
