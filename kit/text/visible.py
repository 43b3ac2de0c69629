"""Text from articles made harmless: every character that could act on a terminal becomes one that can be seen.

The list is that of `bat --sanitize`: control characters (C0 and C1), the marks and overrides of text direction, and
what takes no room. The joiners U+200C and U+200D stay, as Persian, the scripts of India and emoji need them.
"""

from __future__ import annotations

import re

# C0 but tab, LF and CR, which the caller decides about; DEL and C1; soft hyphen; Arabic letter mark; zero-width space,
# direction marks; line and paragraph separator, direction embeddings, overrides and isolates; word joiner and its
# invisible neighbours; BOM; interlinear annotation; tag characters.
_CONTROL = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f"
)
_UNSAFE = f"[{_CONTROL}]"
_UNSAFE_OR_SPACE = f"[{_CONTROL}\t\r\n]"
_FOR_JSON = f"[{_CONTROL}\ud800-\udfff]"


def visible(text: str, *, lines: bool = False) -> str:
    """The text with every control character visible, as ␛ or \\u202e; on one line, unless `lines` keeps line ends."""
    if text.isascii() and text.isprintable():
        return text
    if lines:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(_UNSAFE if lines else _UNSAFE_OR_SPACE, lambda m: _picture(m[0]), text)


def escape_json(text: str) -> str:
    """JSON text with control and bidi characters inside strings written as escapes; it reads back the same."""
    if text.isascii() and "\x7f" not in text:  # the encoder has escaped the others
        return text
    return re.sub(_FOR_JSON, lambda m: _json_escape(m[0]), text)


def _picture(char: str) -> str:
    if char in "\t\r\n":
        return " "
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"\\u{code:04x}"


def _json_escape(char: str) -> str:
    code = ord(char)
    if code <= 0xFFFF:
        return f"\\u{code:04x}"
    code -= 0x10000
    return f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}"
