"""The child process that measures the levels of a recording and transcribes it.

Prints one JSON object with `levels`, one per frame, and `lines`, each `[start, end, text]`. The
model is read by path from the installed package. The package's own entry point imports a downloader
and an HTTP client; it is bypassed, so that nothing here can reach a network.
"""

import json
import os
import sys
from array import array
from collections.abc import Iterator
from importlib.util import find_spec
from math import log10, sqrt
from operator import mul
from pathlib import Path
from types import ModuleType
from typing import Protocol

from drill.speaking.measures import FRAME, SILENCE
from drill.voice.flac import read

_MODEL = "assets/tiny-en"
# The model's memory grows with the length of its input: 60 s take half of what three minutes take.
# A longer recording is cut at the quietest moment of the last seconds of each stretch.
_LONGEST = 60.0
_CUT_WITHIN = 20.0
_FULL_SCALE = 32768


class _Line(Protocol):
    text: str
    start_time: float
    duration: float


class _Transcript(Protocol):
    lines: list[_Line]


class _Transcriber(Protocol):
    def transcribe_without_streaming(
        self, audio_data: list[float], sample_rate: int
    ) -> _Transcript: ...


def _load() -> _Transcriber:
    spec = find_spec("moonshine_voice")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("moonshine_voice")
    folder = Path(spec.origin).parent
    package = ModuleType("moonshine_voice")
    package.__path__ = [str(folder)]
    sys.modules["moonshine_voice"] = package
    from moonshine_voice.moonshine_api import ModelArch
    from moonshine_voice.transcriber import Transcriber

    transcriber: _Transcriber = Transcriber(
        model_path=folder / _MODEL,
        model_arch=ModelArch.TINY,
        options={"return_audio_data": "false"},
    )
    return transcriber


def _level(samples: "array[int]") -> float:
    amplitude = sqrt(sum(map(mul, samples, samples)) / len(samples)) / _FULL_SCALE
    return round(20 * log10(amplitude), 1) if amplitude else SILENCE


def _stretches(levels: list[float]) -> Iterator[tuple[int, int]]:
    """Ranges of frames of at most `_LONGEST` seconds each, cut where it is quiet."""
    start, most, last = 0, round(_LONGEST / FRAME), round(_CUT_WITHIN / FRAME)
    while len(levels) - start > most:
        cut = min(range(start + most - last, start + most), key=levels.__getitem__)
        yield start, cut
        start = cut
    yield start, len(levels)


def _lines(
    transcriber: _Transcriber, samples: "array[int]", rate: int, levels: list[float]
) -> Iterator[tuple[float, float, str]]:
    frame = round(rate * FRAME)
    for first, last in _stretches(levels):
        heard = [sample / _FULL_SCALE for sample in samples[first * frame : last * frame]]
        shift = first * FRAME
        for line in transcriber.transcribe_without_streaming(heard, rate).lines:
            if text := line.text.strip():
                start = shift + line.start_time
                yield round(start, 2), round(start + line.duration, 2), text


def main() -> None:
    """Transcribe the file in the first argument; with `levels` as the second, only measure it."""
    if hasattr(os, "nice"):
        os.nice(10)  # meanwhile the next question is being answered
    samples, rate = read(Path(sys.argv[1]))
    frame = round(rate * FRAME)
    levels = [_level(samples[at : at + frame]) for at in range(0, len(samples), frame)]
    lines = []
    if sys.argv[2:] != ["levels"] and levels:
        lines = list(_lines(_load(), samples, rate, levels))
    print(json.dumps({"levels": levels, "lines": lines}))
