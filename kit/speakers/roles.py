"""What a role tells about who bears it: an office that one person has at a time, a country, a sport."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kit.speakers.names import families, words_in
from kit.text.names import fold

# An office is the same one in articles that lie no further apart than this many years; and whoever plays for a team
# holds no office within them.
YEARS = 1

OFFICES = words_in("offices")
# Offices of which there is one in a country, so that the bare word names it.
LONE_OFFICES = words_in("lone_offices")
SPORTS = words_in("sports")
# Titles of those who are called by their given name alone, each with one for all that one person may have.
REALMS = {title: min(family) for title, family in families("regnal_titles").items()}
COUNTRIES = {form.replace("-", " "): min(family) for form, family in families("countries").items()}

_COUNTRY = re.compile(rf" (?:{'|'.join(sorted(COUNTRIES, key=lambda form: (-len(form), form)))})(?= |$)")
_US = re.compile(r"\bU\.\s?S\.(?:\s?A\.)?|\bU\.\s?K\.")
# What stands behind these is not whom the office belongs to: "special envoy for Ukraine".
_ELSEWHERE = re.compile(r" (?:to|for|in|on|at|with|from|against|near|who|and)(?: .*|$)")
_NO_LONGER = re.compile(r" (?:former|ex|then|late|retired|onetime|outgoing|ousted|deposed|acting|deputy|vice)(?= )")
_SMALL = re.compile(r" (?:the|a|an|s|of|country|nation|its|their|his|her)(?= |$)")


class Role(NamedTuple):
    """What can be told from a role: which office it is, without its country; the country; its field.

    The `realm` is that of a title whose bearer is called by the given name alone: King, Pope.
    """

    office: str | None
    country: str | None
    is_office: bool
    is_sport: bool
    realm: str | None = None


NO_ROLE = Role(None, None, False, False)


@lru_cache(maxsize=65_536)
def parse_role(text: str) -> Role:
    """A role as an article words it, taken apart."""
    folded = _ELSEWHERE.sub("", fold(_US.sub(lambda m: m[0].replace(".", ""), text)))
    realm = REALMS.get(folded.partition(" of ")[0].rpartition(" ")[2])
    countries = [COUNTRIES[m[0][1:]] for m in _COUNTRY.finditer(folded)]
    words = _SMALL.sub("", _SMALL.sub("", _COUNTRY.sub("", folded))).split()
    heads = OFFICES.intersection(words)
    is_sport = bool(SPORTS.intersection(words)) and not heads
    if _NO_LONGER.search(folded):
        return NO_ROLE._replace(realm=realm)
    if not heads:
        return Role(None, None, False, is_sport, realm)
    # "defense minister" and "minister of defense" are one office; a mere "minister" or "chief" is none in particular.
    office = " ".join(sorted(words)) if len(words) > 1 or LONE_OFFICES.intersection(words) else None
    return Role(office, countries[0] if len(countries) == 1 else None, True, False, realm)


def contradict(one: Role, other: Role) -> bool:
    """Whether no one person can have both: offices of two countries or realms, or a sport and an office in one year."""
    if one.realm and other.realm and one.realm != other.realm:
        return True
    if one.country and other.country and one.country != other.country:
        return True
    return (one.is_sport and other.is_office) or (one.is_office and other.is_sport)


def near(year: int | None, other: int | None) -> bool:
    """Whether two years, both known, are near enough for one office to be the same person's."""
    return year is not None and other is not None and abs(year - other) <= YEARS
