"""Word wrap for text being typed: prompt_toolkit breaks lines anywhere."""

from bisect import bisect_right

from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.formatted_text.utils import fragment_list_to_text
from prompt_toolkit.layout.processors import Processor, Transformation, TransformationInput
from prompt_toolkit.layout.utils import explode_text_fragments
from prompt_toolkit.utils import get_cwidth


class WrapWords(Processor):
    """Pads a line with spaces where a word would be broken, so that the word starts the next."""

    def apply_transformation(self, transformation_input: TransformationInput) -> Transformation:
        """The padded line, and the mapping between its positions and the text's."""
        fragments = explode_text_fragments(transformation_input.fragments)
        text = fragment_list_to_text(fragments)
        shown: StyleAndTextTuples = []
        places = []
        for fragment, blanks in zip(
            fragments, blanks_in(text, transformation_input.width), strict=True
        ):
            shown += [("", " ")] * blanks
            places.append(len(shown))
            shown.append(fragment)
        end = len(shown) - len(text)

        def to_display(place: int) -> int:
            return places[place] if place < len(places) else place + end

        def to_source(place: int) -> int:
            return max(0, bisect_right(places, place) - 1) if place < len(shown) else place - end

        return Transformation(shown, to_display, to_source)


def blanks_in(text: str, width: int) -> list[int]:
    """The number of padding spaces before each character of `text`, for lines of `width` columns.

    A word longer than a line, and text without spaces, breaks at the end of the line.
    """
    blanks_before = []
    column = word_end = 0
    for place, char in enumerate(text):
        cells = get_cwidth(char)
        needed = cells
        if char != " " and place >= word_end:
            word_end = text.find(" ", place) if " " in text[place:] else len(text)
            whole = get_cwidth(text[place:word_end]) + 1  # with its trailing space
            needed = whole if whole <= width else cells
        blanks = width - column if column and column + needed > width else 0
        column = (column + blanks) % max(1, width) + cells
        blanks_before.append(blanks)
    return blanks_before
