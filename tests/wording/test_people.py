"""Facts about the person, in sentences."""

import pytest

from companion.wording import people


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("height-cm", "163", "Saved: height 163 cm."),
        ("diet", "vegetarian", "Saved: diet vegetarian."),
        ("avoid", "milk, nuts", "Saved: what to avoid: milk, peanuts, tree nuts."),
    ],
)
def test_a_fact_that_was_saved_reads_as_a_sentence(companion, key, typed, said):
    assert people.set_(companion.people.set(key, typed)) == said
