"""A page from the web: http and https only, a time and a size limit, and what the server answered in words."""

from __future__ import annotations

import gzip
import http.client
import io
import re
import time
import urllib.error
import urllib.request
import zlib
from typing import IO, NamedTuple

from kit import __version__
from kit.errors import KitError

SECONDS = 20.0  # for an answer to begin, and for all of it
LARGEST = 20_000_000  # bytes
_PIECE = 65536
_TEXTS = re.compile(r"text/|application/(?:xhtml\+xml|xml)|$")


class Page(NamedTuple):
    """What a server sent: the bytes, their type and encoding as it says, and the address after redirects."""

    data: bytes
    media_type: str
    encoding: str | None
    url: str


class _WebRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        if not is_url(newurl):
            raise KitError(f"the server leads to {newurl[:100]}, which is no web address")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_url(source: str) -> bool:
    """Whether a source is a web address."""
    return source[:8].lower().startswith(("http://", "https://"))


def fetch(url: str) -> Page:
    """Return the page at an address. Raises KitError with what the server answered, or why there was no answer."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
        _WebRedirects(),
    ):
        opener.add_handler(handler)
    until = time.monotonic() + SECONDS
    try:
        request = urllib.request.Request(
            _ascii(url), headers={"User-Agent": f"kit/{__version__}", "Accept": "text/html, text/*;q=0.8"}
        )
        with opener.open(request, timeout=SECONDS) as answer:
            media_type = answer.headers.get_content_type() if "content-type" in answer.headers else ""
            if not _TEXTS.match(media_type):
                raise KitError(f"the server sent {media_type}, no page; save its text and add that")
            data = _unpacked(_read(answer, until), answer.headers.get("content-encoding", ""))
            return Page(data, media_type, answer.headers.get_content_charset(), answer.url)
    except urllib.error.HTTPError as error:
        raise KitError(f"the server answered {error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        reason = getattr(reason, "strerror", None) or reason
        raise KitError(f"cannot be fetched ({str(reason) or type(error).__name__})") from error


def _read(answer: IO[bytes] | gzip.GzipFile, until: float) -> bytes:
    read = getattr(answer, "read1", answer.read)
    pieces, size = list[bytes](), 0
    while piece := read(_PIECE):
        pieces.append(piece)
        size += len(piece)
        if size > LARGEST:
            raise KitError(f"larger than {LARGEST // 1_000_000} MB; save its text and add that")
        if time.monotonic() > until:
            raise KitError("the server was too slow; try again, or save the page and add the file")
    return b"".join(pieces)


def _unpacked(data: bytes, coding: str) -> bytes:
    """The bytes as they were before the server packed them, which it was not asked to do."""
    if coding.strip().lower() not in ("gzip", "x-gzip"):
        return data
    try:
        with gzip.open(io.BytesIO(data)) as stream:
            return _read(stream, time.monotonic() + SECONDS)
    except (EOFError, zlib.error) as error:
        raise KitError("the server sent a damaged page") from error


def _ascii(url: str) -> str:
    """The address with every character that HTTP does not know as %XX, and the host's name in ASCII."""
    from urllib.parse import quote, urlsplit, urlunsplit

    parts = urlsplit(url)
    host = (parts.hostname or "").encode("idna").decode()
    if not host:
        raise ValueError("no host in the address")
    port = f":{parts.port}" if parts.port else ""
    netloc = f"[{host}]{port}" if ":" in host else host + port
    safe = "/%:=&?~#+!$,;'@()*[]"
    return urlunsplit((parts.scheme, netloc, quote(parts.path, safe), quote(parts.query, safe), ""))
