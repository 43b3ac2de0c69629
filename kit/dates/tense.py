"""Does an expression lie ahead of the telling? The nearest verb says: "will meet on Thursday", "died on Thursday"."""

from __future__ import annotations

import re

from kit.text.span import Span

_LEFT, _RIGHT = 110, 70

# The last cue before the expression decides. A planned thing may have failed ("planned for Sunday were called off"),
# "until" says little alone, and "said" tells nothing of what is said unless it stands beside the expression.
_CUES = re.compile(
    r"""\b(?:
      (?P<future> will | won['’]t | shall | would | could | may | might | must | should | cannot | can | upcoming
        | (?:is|are|be|was|were|about|agreed|aims?|due|expects?|hopes?|intends?|plans?|vows?|wants?)\s+to
        | (?:told|asked|ordered|urged|directed|invited|summoned)\s+(?:[\w’'-]+\s+){0,6}?to\s+[a-z]+
        | (?:adjourned|banned|barred|deferred|delayed|extended|moved|postponed|remanded|rescheduled|suspended
            |(?:pushed|put)\s+(?:back|forward|off|over))(?:\s+\w+){0,3}?\s+(?:to|until|till)
        | call(?:s|ed)\s+(?:an?\s+)?(?:[a-z]+\s+)?elections?\s+for | to\s+be
        | (?:half|months|period|quarter|season|year)\s+ending | no\s+(?:earlier|later|sooner)\s+than
        | as\s+(?:early|soon)\s+as )
    | (?P<planned> forecast | likely | (?:originally|initially|previously|first)\s+(?:scheduled|planned|set|due|slated)
        | scheduled | planned | set | slated | due | expected | billed | poised | timed | booked | fixed | listed
        | call(?:s|ed)\s+(?:for|a|an) )
    | (?P<weak> until | till | by | before )
    | (?P<promise> asked | demanded | gave | gives? | got | has | have | ordered | pledged | promised? | promises
        | put\s+off | sought | threatened | urged | vowed )
    | (?P<reported> said | says | told | heard | added | announced | reported | confirmed | warned | according )
    | (?P<past> was | were | had | did | ago | since
        | became | began | bought | broke | brought | built | came | caught | chose | drew | drove | fell
        | felt | flew | fought | found | grew | held | kept | knew | laid | led | left | lost | made
        | beaten | born | broken | drawn | driven | fallen | frozen | given | gone | grown | known | risen | seen
        | shown | spoken | stolen | sworn | taken | thrown | torn | written
        | met | paid | ran | rose | sang | sank | sat | saw | sent | shook | shot | sold | spent | spoke | stole
        | stood | struck | swept | swore | took | thought | threw | went | won | wore | wrote
        | (?:[Hh]e|I|[Ii]t|[Ss]he|[Tt]hey|[Ww]e|and|who|bank|company)\s+(?:cut|hit|put|quit|set|shut) 
        | after\s+[a-z]+ing
        | (?!need|indeed|speed|feed|breed|hundred|proceed|succeed|exceed|united|bleed)[a-z]{2,20}ed )
    | (?P<present> (?<!\bthe\s)(?<!\ba\s)(?<!\ban\s)(?<!\bof\s)(?<!['’]s\s)(?<!\bits\s)(?<!\bhis\s)(?<!\bher\s)
        (?<!\btheir\s)(?<!\bown\s)(?<!\bthis\s)(?<!\bfirst\s)(?<!\bbrief\s)
        (?<!\brecent\s)(?: # no nouns: "after a vote on Tuesday"
          airs | arrives? | begins? | closes | comes | concludes | convenes? | decides | ends | expires? | faces?
        | flies | fly | goes | go | hears | heads? | holds | hosts? | leaves | marks | meets? | opens
        | (?<!be\s)(?<!been\s)(?<!is\s)(?<!was\s)(?<!were\s)open | plays?
        | publishes | releases | reopens? | resumes? | returns? | runs | sits | starts? | takes | tours
        | travels? | unveils? | visits? | votes? | welcomes? ) )
    )\b | (?P<will> ['’](?:ll|d\s+be)\b )""",
    re.VERBOSE,
)
_AHEAD = frozenset(["future", "present", "will"])
_NEXT_WORD_FUTURE = re.compile(
    r"\W{0,3}\s?(?:will|would|could|may|might|(?:is|are)\s+(?:expected|likely|due|set|scheduled|to))\b"
)
_CLAUSE_END = re.compile(
    r"[;:“”\"]|,\s+(?:said|says|who|which|according|while|but)\b|\b(?:after|when|because|which|who)\b"
)
_FOR_BEFORE = re.compile(r"\bfor\s+\Z", re.IGNORECASE)
_BACK_TO_BEFORE = re.compile(r"\b(?:back|over)\s+to\s+\Z", re.IGNORECASE)
# "for the Nov. 28 elections", but "blamed for the Nov. 28 attack"
_FOR_THE_BEFORE = re.compile(r"\b(?:for|ahead\s+of|before)\s+the\s+\Z", re.IGNORECASE)
_COMING_EVENT = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:conference|elections?|final|games|launch|poll|referendum|summit|vote)\b"
)
_FINITE_BEFORE = re.compile(
    r"\b(?:are|be|being|can|could|is|may|might|must|not|remains?|shall|should|stays?|to|will|would)\s\Z", re.IGNORECASE
)
_BEEN_BEFORE = re.compile(r"\bbeen\s\Z", re.IGNORECASE)
_SEMICOLON = re.compile(r".*[;:“”](?=\s)", re.DOTALL)
# The verbs that can undo a plan: "the march planned for Sunday was called off".
_UNDOING = frozenset(["had", "has", "have", "was", "were"])
_BESIDE = 8  # characters between "said" and what it dates: "said on Monday"


def lies_ahead(text: str, start: int, end: int, sentence: Span, *, names_day: bool) -> bool | None:
    """Return True if the words around `text[start:end]` tell of something to come, False if it is past, else None.

    `names_day` tells a day, for which something may be set or called, from a period, for which figures are given.
    """
    left = max(sentence.start, start - _LEFT)
    if clause := _SEMICOLON.match(text, left, start):
        left = clause.end()
    kind, weak, is_beside = _preceding_cue(text, left, start)
    is_for = _BACK_TO_BEFORE.search(text, left, start) or (names_day and _is_for(text, left, start, end))
    if is_beside and kind == "past" and not is_for:
        return False
    if _NEXT_WORD_FUTURE.match(text, end, sentence.end) or kind in _AHEAD or (weak and kind == "promise"):
        return True
    if is_for:
        kind = "planned"
    if kind == "past" or kind == "promise":
        return False
    right, word = _following_cue(text, end, sentence.end)
    if kind == "planned":
        return None if word in _UNDOING else True
    if right == "past" or (kind == "reported" and is_beside):
        return False
    if weak or right in _AHEAD:
        return True if kind is None or weak else None
    return None


def is_awaited(text: str, start: int, end: int) -> bool:
    """Does an expression name a coming event ("candidate for the Nov. 28 elections")?"""
    return bool(_COMING_EVENT.match(text, end) and _FOR_THE_BEFORE.search(text, max(0, start - 16), start))


def _is_for(text: str, left: int, start: int, end: int) -> bool:
    """Is something said to be for that day ("agreed for Sunday", but not "jailed for Sunday's attack")?"""
    return _FOR_BEFORE.search(text, left, start) is not None and text[end : end + 1] not in ("'", "’")


def _preceding_cue(text: str, left: int, start: int) -> tuple[str | None, bool, bool]:
    """Return the kind of the last cue before an expression, whether "until" stands behind it, whether it is beside."""
    weak = False
    for cue in reversed(list(_CUES.finditer(text, left, start))):
        kind = cue.lastgroup
        if kind == "weak":
            weak = True
            continue
        if kind == "past":
            if _FINITE_BEFORE.search(text, max(left, cue.start() - 10), cue.start()):
                continue  # "will be paid", "stays closed", "would cut": the word before decides
            if weak and _BEEN_BEFORE.search(text, max(left, cue.start() - 6), cue.start()):
                kind = "promise"  # "has been closed until Sunday"
        return kind, weak, start - cue.end() <= _BESIDE
    return None, weak, False


def _following_cue(text: str, end: int, sentence_end: int) -> tuple[str | None, str]:
    """Return the kind of the first cue after an expression in its clause, and the cue."""
    stop = min(sentence_end, end + _RIGHT)
    clause = _CLAUSE_END.search(text, end, stop)
    cue = _CUES.search(text, end, clause.start() if clause else stop)
    if cue is None:
        return None, ""
    return ("past" if cue.lastgroup == "promise" else cue.lastgroup), cue[0].lower()
