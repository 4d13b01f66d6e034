"""How a price gives way."""


def haggled(price: float) -> float:
    """A fifth less, to the next ten cents."""
    return round(price * 0.8, 1)
