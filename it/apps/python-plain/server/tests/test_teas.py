import pytest
from teas import Teas


def test_a_tea_has_the_mean_of_its_stars():
    teas = Teas()
    teas.rate(1, 5)
    assert teas.rate(1, 2)["stars"] == 3.5


def test_six_stars_are_too_many():
    with pytest.raises(ValueError, match="from 1 to 5"):
        Teas().rate(1, 6)
