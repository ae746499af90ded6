"""Positions keep the order while as few of them as possible change."""

from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.storage.positions import new_positions

KEYS = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=10)
HELD = st.dictionaries(st.sampled_from("abcdefghij"), st.integers(1, 12), max_size=10)
ROOMY = st.dictionaries(
    st.sampled_from("abcdefghij"), st.integers(1, 10).map(lambda one: one << 20), max_size=10
)


@given(KEYS, HELD | ROOMY)
def test_the_positions_rise_in_the_wanted_order(order: list[str], held: dict[str, int]) -> None:
    after = held | new_positions(order, held)
    positions = [after[key] for key in order]
    assert positions == sorted(set(positions))
    assert all(position >= 1 for position in positions)


@given(KEYS)
def test_records_in_their_places_are_not_written(order: list[str]) -> None:
    held = new_positions(order, {})
    assert new_positions(order, held) == {}


@given(KEYS.filter(lambda keys: len(keys) > 1), st.data())
def test_a_record_that_moves_or_comes_back_is_the_only_one_written(
    order: list[str], data: st.DataObject
) -> None:
    held = new_positions(order, {})
    moved = data.draw(st.sampled_from(order))
    rest = [key for key in order if key != moved]
    place = data.draw(st.integers(0, len(rest)))
    wanted = [*rest[:place], moved, *rest[place:]]
    del held[moved]
    assert set(new_positions(wanted, held)) == {moved}


def test_insertions_at_one_place_find_room_and_rarely_renumber() -> None:
    order, held, renumbered = ["a", "z"], new_positions(["a", "z"], {}), 0
    for one in range(200):
        order.insert(1, f"n{one}")
        changed = new_positions(order, held)
        renumbered += len(changed) > 1
        held |= changed
        assert sorted(order, key=held.__getitem__) == order
    assert renumbered < 20
