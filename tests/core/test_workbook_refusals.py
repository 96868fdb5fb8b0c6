"""A hostile or broken file is refused with a sentence, in time and within memory, and the caller stays well."""

import logging
import resource
import time
from pathlib import Path

import pytest

from core.workbook import UnreadableWorkbook, read_workbook
from core.workbook.refusals import SENTENCES
from tests.core.hostile import Hostile, looks, packages, parts, sheets, texts

CORPUS = [*looks.CASES, *packages.CASES, *parts.CASES, *sheets.CASES, *texts.CASES]
NOT_ABOUT_A_FILE = {"too_slow", "too_much_memory", "reader_stopped", "busy"}
PROGRAMMERS_WORDS = ("Error", "Exception", "None", "Traceback", "NoneType", "{", "}", "0x", "utf-8'")


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


@pytest.mark.parametrize("hostile", CORPUS, ids=lambda hostile: hostile.name)
def test_file_is_refused_in_plain_words_in_time_and_within_memory(hostile: Hostile, caplog):
    data = hostile.make()
    caplog.set_level(logging.INFO, logger="core.workbook.asking")
    before, started = resident_bytes(), time.monotonic()

    with pytest.raises(UnreadableWorkbook) as refusal:
        read_workbook(data, filename=hostile.filename)

    seconds, grown = time.monotonic() - started, resident_bytes() - before
    sentence = str(refusal.value)
    assert refusal.value.code == hostile.code, sentence
    assert hostile.words in sentence
    assert sentence.endswith(".")
    assert not any(word in sentence for word in PROGRAMMERS_WORDS)
    assert seconds < 10
    assert grown < 20 * 1024 * 1024
    assert all(record.args[0] < 512 * 1024 for record in caplog.records)


def test_corpus_has_every_sentence_of_the_catalogue():
    codes = {hostile.code for hostile in CORPUS}

    assert codes == set(SENTENCES) - NOT_ABOUT_A_FILE


def test_corpus_has_distinct_names():
    names = [hostile.name for hostile in CORPUS]

    assert len(names) == len(set(names)) >= 150
