from prices.haggling import haggled


def test_a_fifth_less_is_what_one_pays():
    assert haggled(12.5) == 10.0
