"""Word lists that attribution reads: reporting verbs and nouns, people, institutions, function words. Data only."""

from __future__ import annotations

from pathlib import Path

_FOLDER = Path(__file__).parent / "words"


def _words(name: str) -> frozenset[str]:
    return frozenset(_FOLDER.joinpath(f"{name}.txt").read_text("utf-8").split())


def _lines(name: str) -> frozenset[str]:
    return frozenset(_FOLDER.joinpath(f"{name}.txt").read_text("utf-8").splitlines())


def _verbs() -> tuple[dict[str, str], dict[str, str]]:
    """Return form → verb and form → shape (`base`, `s`, `past` or `ing`) of every reporting verb."""
    lemmas: dict[str, str] = {}
    shapes: dict[str, str] = {}
    for line in _FOLDER.joinpath("verbs.txt").read_text("utf-8").splitlines():
        base, third, *others = line.split()
        lemmas |= dict.fromkeys((base, third, *others), base)
        shapes |= {form: "ing" if form.endswith("ing") else "past" for form in others}
        shapes |= {base: "past" if base in others else "base", third: "s"}
    return lemmas, shapes


def _gendered(name: str) -> dict[str, str]:
    """Return entry → f or m of a list for each; what women and men both bear is in neither."""
    return dict.fromkeys(_words(f"{name}_f"), "f") | dict.fromkeys(_words(f"{name}_m"), "m")


def _role_synonyms() -> dict[str, frozenset[str]]:
    """Return role word → the words that the same person may be called by: Sen. Lund, the senator, the lawmaker.

    Words behind a bar are synonyms of those before it, and not of each other: the company is an airline, or a bank.
    """
    found: dict[str, frozenset[str]] = {}
    for line in _FOLDER.joinpath("role_synonyms.txt").read_text("utf-8").splitlines():
        broad, _, narrow = line.partition("|")
        group, kinds = frozenset(broad.split()), frozenset(narrow.split())
        for word in group | kinds:
            found[word] = found.get(word, frozenset()) | group | (kinds if word in group else {word})
    return found


def _narrower() -> dict[str, frozenset[str]]:
    """Return a word for many, official, → what such a one may have been called before: diplomat, aide."""
    lines = (line.split() for line in _FOLDER.joinpath("narrower.txt").read_text("utf-8").splitlines())
    return {broad: frozenset(narrow) for broad, *narrow in lines}


def _lands() -> dict[str, str]:
    """Return what a country, its people or what comes from it is called → one word for the country: french, france."""
    lines = (line.split() for line in _FOLDER.joinpath("lands.txt").read_text("utf-8").splitlines())
    return {word: words[0] for words in lines for word in words}


VERBS, VERB_SHAPES = _verbs()
NOUNS = _words("cue_nouns")

PERSONS = _words("persons")
PLURAL_PEOPLE = _words("plural_people")
INSTITUTIONS = _words("institutions")
BODIES = _words("bodies")  # what an institution may be called whose name does not tell that
CALLED_AFTER = _words("called_after")  # things that are often called after people: Ho Chi Minh City
LEGAL_FORMS = _words("legal_forms")  # behind the name of a firm, whoever founded it
FIRMS = _words("firms")  # with these a company's name begins or ends
PLACES = _words("places")
PLACE_NAMES = _lines("place_names")  # whole ones, of which no word is a place: Hong Kong
TITLES = frozenset(word.lower() for word in _words("titles"))
HONORIFICS = _words("honorifics")  # titles that say nothing of what somebody does
FRONT_TITLES = _words("front_titles")  # also parts of names, so titles only before the rest of one
OFFICE_LETTERS = _words("office_letters")  # of the CEO or the PM
DEMONYMS = _words("demonyms")  # of one person: the Brazilian said
FACING = _words("facing")  # whoever is called so speaks to or of another one: the judge, the spokesman, the wife
OFFICES = _words("offices")  # and kin: whoever holds them need not have been named before
KIN = _words("kin")
FAMILY = KIN | {"couple", "married", "parents"}
FEMININE = _words("feminine")
MASCULINE = _words("masculine")
NAMING = _words("naming")
WORKS = _words("works")
PLATFORMS = _words("platforms")  # where people post, as written
PARTISANS = _words("partisans")  # behind the name of their party or body: the BJP leader, the Commission chief
PRESS = _words("press")  # news agencies and broadcasters in letters, as written
TITLED = _words("titled")
SURFACES = _words("surfaces")
LABELS = _words("labels")  # with a colon behind them, they say what a line is
PORTFOLIOS = _words("portfolios")
AREAS = _words("areas")  # that somebody heads: the mayor of the city of Oslo
PLACE_OPENINGS = _words("place_openings")  # with these a place of two words begins: Tel Aviv
SUFFIXES = _words("suffixes")  # behind a name: Jr, MP, QC
SURNAME_WORDS = _words("surname_words")
FAMILY_NAMES = _words("family_names")  # of East Asia, that are other words, too: Son, An, Long
THINGS = _words("things")  # nobody is called so, though a sentence may begin with it: Trouble started
ROLE_SYNONYMS = _role_synonyms()
NARROWER = _narrower()
LANDS = _lands()  # of which the first four letters do not tell: France and French
GIVEN_NAMES = _gendered("given_names")  # folded, as the next three
NAME_MARKERS = _gendered("name_markers")
GIVEN_ENDINGS = _gendered("given_endings")
SURNAME_ENDINGS = _gendered("surname_endings")
PARTICLES = _words("particles")
SAYING = _words("saying")
ASKING = _words("asking")
EXAMINING = _words("examining")  # what is done to who answers: asked, pressed by
ISSUING = _words("issuing")  # what is done with a text of one's own: issued, released
ADDRESSING = _words("addressing")  # verbs whose object is spoken to or of, so that in the passive another one speaks
SPEAKING = _words("speaking")  # verbs whose subject speaks itself, aloud or in a message
CRYING = SPEAKING | {"boo", "call", "chant", "cheer"}  # shouts of “…” are somebody's
TELLING = _words("telling")
CAUSING = _words("causing")  # whose object does what follows: prompting him to say
CLAUSE_WORDS = _words("clause_words")
IRREGULAR_PASTS = _words("irregular_pasts")
ACTS = _words("acts")  # with a clause they report it, with a mere noun nothing: she welcomed the guests
PERCEIVING = _words("perceiving")  # the same where a person does: she showed no fear, but polls showed a lead
PROSECUTING = _words("prosecuting")  # what is done to defendants, as participles
OFFENCES = _words("offences")
ATTACKING = _words("attacking")  # what is done to victims
SAYING_FORMS = _words("saying_forms")
COUNTED = _words("counted")
SUBORDINATORS = _words("subordinators")

ENGLISH = _words("english")
DETERMINERS = _words("determiners")
AUXILIARIES = _words("auxiliaries")
ADVERBS = _words("adverbs")
CONJUNCTIONS = _words("conjunctions")
PREPOSITIONS = _words("prepositions")
PLACING = _words("placing")  # prepositions that say where: a man near the door
CALENDAR = _words("calendar")
TIMES = _words("times")  # a day, a month, a term
CALENDAR_NAMES = _words("calendar_names")

DASHES = frozenset(["-", "--", "---", "–", "—", "―", "~"])
SIGNS = DASHES | {"according", "per", "by", ":"}

# pronoun → gender: f, m, p for plural, n; a number for who speaks and who is spoken to, w for who
PRONOUNS = {
    **dict.fromkeys(["he", "him", "his"], "m"),
    **dict.fromkeys(["she", "her"], "f"),
    **dict.fromkeys(["they", "them", "their"], "p"),
    **dict.fromkeys(["it", "its"], "n"),
    **dict.fromkeys(["i", "we"], "1"),
    "you": "2",
    "who": "w",
}

# Pronouns that tell the gender of whom they stand for.
GENDERED_SUBJECTS = {"he": "m", "she": "f"}
GENDERED_OTHERS = {"his": "m", "him": "m", "her": "f", "hers": "f"}
GENDERED = GENDERED_SUBJECTS | GENDERED_OTHERS | {"himself": "m", "herself": "f"}

# What several stages look for in a whole article: they share one look at each of its words.
SOUGHT = frozenset([*GENDERED, *FAMILY, *EXAMINING, *AREAS, "accused", "head", "presided"])
