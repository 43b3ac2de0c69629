"""The bytes of a page → text with ordinary characters: decoded, mojibake undone, nothing invisible left in it."""

from __future__ import annotations

import codecs
import re
from encodings import cp1252

from kit.articles import decode
from kit.errors import KitError

# Formats that people give to kit and that hold no text as they are.
_MAGIC = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip archive or an office document",
    b"\x1f\x8b": "a compressed file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an office document",
    b"SQLite format 3": "a database",
}
_UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_SAMPLE = 8192  # bytes that are looked at for NUL


def text_of(data: bytes, declared: str | None = None) -> tuple[str, list[str]]:
    """Return the text of a source, lines ended by LF alone, and notes on what was guessed.

    `declared` is the encoding that the page or the server names; it counts where the bytes are not UTF-8. Raises
    KitError for what is not text.
    """
    for magic, what in _MAGIC.items():
        if data.startswith(magic):
            raise KitError(f"{what}, not text; save the page as HTML or text")
    if not data.startswith(_UTF_16_MARKS) and b"\0" in data[:_SAMPLE]:
        data = _marked_utf_16(data)
    text, notes = _decoded(data, declared)
    mended = undo_mojibake(text)  # first: some of what it looks at is invisible
    if mended != text:
        notes.append("characters garbled by a wrong encoding were mended")
    return ordinary(mended), notes


def _marked_utf_16(data: bytes) -> bytes:
    """UTF-16 without its mark, with the mark. Raises KitError for other bytes with NULs among them."""
    sample = data[:_SAMPLE]
    for mark, zeros, others in ((b"\xff\xfe", sample[1::2], sample[::2]), (b"\xfe\xff", sample[::2], sample[1::2])):
        if zeros.count(0) > 0.6 * len(zeros) and others.count(0) < 0.05 * len(others):
            return mark + data
    raise KitError("binary data, not text; save the page as HTML or text")


# What a page may declare that Python's codec of the same name reads too strictly.
_WIDER = {"euc_kr": "cp949", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "iso8859-1": "cp1252"}
# Codecs for the text of pages; others, such as `idna`, are for something else and slow on a large file.
_OF_PAGES = re.compile(r"(?:cp|iso8859|iso2022|euc|shift|koi8|gb|big5|hz|mac|tis|johab)[\w-]*")


def _decoded(data: bytes, declared: str | None) -> tuple[str, list[str]]:
    text, problem = decode(data)
    if problem is None or data.startswith(_UTF_16_MARKS):
        return text, [problem.message.partition(";")[0]] if problem else []
    if declared and (read := _read_as(data, declared)) is not None:
        return read, []
    guess = _guessed(data)
    if guess and (read := _read_as(data, guess)) is not None:
        return read, [f"not UTF-8, read as {guess}, which is a guess"]
    return text, [problem.message.partition(";")[0]]


def _read_as(data: bytes, encoding: str) -> str | None:
    try:
        name = codecs.lookup(encoding).name
        return data.decode(_WIDER.get(name, name)) if _OF_PAGES.fullmatch(name) else None
    except (LookupError, ValueError):  # ValueError: other bytes, or a name with NUL in it
        return None


def _guessed(data: bytes) -> str | None:
    """The likeliest encoding of a text that is not UTF-8, where charset-normalizer is there to tell.

    None where the bytes beyond ASCII stand alone, as curly quotes and accents do: that is Windows-1252.
    """
    runs = re.findall(rb"[\x80-\xff]+", data[:_SAMPLE])
    if sum(map(len, runs)) < 2 * len(runs):
        return None
    try:
        from charset_normalizer import from_bytes
    except ImportError:
        return None
    best = from_bytes(data[: 8 * _SAMPLE]).best()
    return best.encoding if best else None


_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u2060\ufeff\ud800-\udfff]")
_SPACE = re.compile("[\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def ordinary(text: str) -> str:
    """The text with LF for every line end and a blank for odd spaces, without control and invisible characters.

    Soft hyphens go; joiners and direction marks stay, as some scripts need them, and non-breaking spaces until
    paragraphs are made, as they tell something.
    """
    text = _LINE_END.sub("\n", text)
    if text.isascii() and text.isprintable():
        return text
    return _INVISIBLE.sub("", _SPACE.sub(" ", text))


# --- mojibake --------------------------------------------------------------------------------------------------------

# Each character that Windows-1252 makes of a byte above 0x7f, by that byte; the five undefined bytes are themselves.
_BYTE = {
    chr(byte) if character == "\ufffe" else character: byte
    for byte, character in enumerate(cp1252.decoding_table)
    if byte > 0x7F
}


def _class(first: int, last: int) -> str:
    return "[" + "".join(re.escape(char) for char, byte in _BYTE.items() if first <= byte <= last) + "]"


_TAIL = _class(0x80, 0xBF)
_GARBLED = re.compile(f"{_class(0xC2, 0xDF)}{_TAIL}|{_class(0xE0, 0xEF)}{_TAIL}{{2}}|{_class(0xF0, 0xF4)}{_TAIL}{{3}}")
# UTF-8 punctuation and accented letters as Windows-1252 shows them: no language writes these.
_SURE_SIGN = re.compile("â€[™œ\x9d˜“”¦¢]|Ã[©¨¤¶¼¡³±§ª«®]")


def undo_mojibake(text: str) -> str:
    """The text as it was before UTF-8 was read as Windows-1252: `itâ€™s` → `it’s`; any other text as it is."""
    return _GARBLED.sub(_ungarbled, text) if _SURE_SIGN.search(text) else text


def _ungarbled(match: re.Match[str]) -> str:
    try:
        return bytes(_BYTE[char] for char in match[0]).decode()
    except UnicodeDecodeError:
        return match[0]
