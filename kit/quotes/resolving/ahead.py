"""People ahead: whom a description in the lead tells of, and who is named only later."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kit.quotes import cues
from kit.quotes.parsing.mention import Mention
from kit.quotes.parsing.narrative import PERSON, PLURAL
from kit.quotes.parsing.person import Person
from kit.quotes.parsing.reading import Reading
from kit.quotes.resolving.discourse import Discourse
from kit.quotes.resolving.epithets import age_behind
from kit.quotes.resolving.roles import agrees, has_no_role, nouns_alike, qualifying, words_fit

# How far ahead the name of somebody described first may stand.
_MENTIONS_AHEAD, _PARAGRAPHS_AHEAD = 22, 3
_BENCH = frozenset(["coroner", "judge", "magistrate", "sheriff"])
_PROXIES = cues.ROLE_SYNONYMS["lawyer"] | cues.ROLE_SYNONYMS["spokesman"]
_PEOPLE_AHEAD = 200  # among whom the only judge is sought


def introduced_later(reading: Reading, mention: Mention, head: str, discourse: Discourse) -> int | None:
    """Return Ana Lund for the lead's "a judge", when the next paragraphs name "Judge Ana Lund".

    Also for "a man" who told somebody something, or whom the lead is about, when the next paragraph begins with
    "Ana Lund, 34, …"; "the man" is rather somebody named before.
    """
    story = reading.story
    if not story.flags[mention.head] & PERSON or mention.gender == "p":
        return None
    sentence = story.sentence_of[mention.first]
    paragraph = story.paragraph_of[sentence]
    ahead = [
        number
        for number in people_ahead(reading, mention, paragraph)
        if agrees(reading.people[number], mention)
        # the leader who tells the minister, Ana Lund, is another one
        and story.sentence_of[reading.people[number].mentions[0].first] != sentence
    ]
    words = qualifying(reading, mention)
    definite = ahead and story.lower[mention.first] == "the"
    alike, pair_alike = nouns_alike(reading, mention, head) if definite else (frozenset(), frozenset())
    for number in ahead:
        person = reading.people[number]
        if "former" in words - person.role_words:
            continue  # the former minister is no Minister Lund
        such = (head in person.role_words or not alike.isdisjoint(person.role_heads)) and words_fit(person, words)
        if (such or not pair_alike.isdisjoint(person.role_heads)) and not _is_another(person):
            return number
    if head in _BENCH and mention.name.count(" ") == 1:
        everybody = reading.people[: min(reading.named, _PEOPLE_AHEAD)]
        bench = [number for number, person in enumerate(everybody) if head in person.role_heads]
        if len(bench) == 1 and "former" not in reading.people[bench[0]].role_words:
            return bench[0]  # whose name court reports keep to the end
    if head in _PROXIES and story.lower[mention.head + 1 : mention.head + 2] == ["for"]:
        return None  # the lawyer for the first one charged, who is named next
    if story.lower[mention.first] == "the" and discourse.people:
        return None
    about = (mention in reading.frames_of and _comes_first(reading, mention)) or _is_about(reading, mention)
    others = _others_of_lead(reading, mention)
    is_told_who = definite and story.lower[mention.head + 1 : mention.head + 2] == ["who"]
    if about or others is not None:
        for number in ahead:
            person = reading.people[number]
            named = person.mentions[0]
            leads = others is not None and (not others or (person.gender and others.isdisjoint({"", person.gender})))
            if leads and _is_first_of_next(reading, named, paragraph) and has_no_role(person):
                return number
            if not (about or leads):
                continue
            aged = age_behind(story, named) is not None and (is_told_who or not named.titled)
            such = _is_such(person, head, words)
            new = aged or (about and (such or has_no_role(person) or _is_told_of(reading, person)))
            if _opens_next(reading, named, paragraph) and new and reading.likeness_of(person) > 0:
                return number
    return None


def _comes_first(reading: Reading, mention: Mention) -> bool:
    """Is nobody else without a name spoken of before: a judge, but not in "A thief was told by a judge that"?"""
    story = reading.story
    for each in reading.mentions_in[story.sentence_of[mention.first]]:
        if each is mention:
            return True
        indefinite = each.kind == "nominal" and story.lower[each.first] in ("a", "an", "one")
        if indefinite and story.flags[each.head] & (PERSON | PLURAL) == PERSON and not each.within:
            return False
    return True


def _is_about(reading: Reading, mention: Mention) -> bool:
    """Is it the carer of the lead "A carer who robbed a widow she called “my mum” has been jailed"?"""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    opens = story.paragraph_sentences[story.paragraph_of[sentence]].start == sentence
    indefinite = story.lower[mention.first] in ("a", "an", "one")
    quoted = opens and indefinite and reading.has_quote(*story.sentence_tokens[sentence])
    return quoted and reading.subject_of(sentence) is mention


def _others_of_lead(reading: Reading, mention: Mention) -> set[str] | None:
    """Return the genders of all others in the lead of a carer: f in "A carer has been fined for robbing a widow".

    None where the mention is no such carer.
    """
    story = reading.story
    first, end = story.paragraph_tokens(0)
    if mention.first != first or story.lower[first] not in ("a", "an", "one"):
        return None
    if mention in reading.frames_of and reading.has_quote(first, end):
        return None
    position = bisect_right(reading.mentions, first, key=lambda each: each.first)
    inside = reading.mentions[position : bisect_left(reading.mentions, end, key=lambda each: each.first)]
    others = (each for each in inside if each.kind != "pronoun" and not each.within)
    return {each.gender for each in others if story.flags[each.head] & PERSON}


def _is_another(person: Person) -> bool:
    """Is it the Lund of "Lund, another farmer", who is not the farmer told of before?"""
    return person.role is not None and person.role.lower().startswith("another ")


def _is_told_of(reading: Reading, person: Person) -> bool:
    """Is it the Lund of "Karl Lund, MP for Leith, made the remark", not of "Police chief Karl Lund" nor "Lund said"?"""
    named = person.mentions[0]
    first = reading.story.sentence_tokens[reading.story.sentence_of[named.first]].start
    says = any(frame.lemma in cues.SAYING | cues.TELLING for frame in reading.frames_of.get(named, ()))
    return named.first == first and not named.titled and not says


def _is_such(person: Person, head: str, words: frozenset[str]) -> bool:
    """Is there another word for what the person is, or a broader one, and does what stands before it suit?"""
    alike = cues.ROLE_SYNONYMS.get(head, frozenset()) | cues.NARROWER.get(head, set())
    return not person.role_heads.isdisjoint(alike) and words_fit(person, words) > 0


def _opens_next(reading: Reading, mention: Mention, paragraph: int) -> bool:
    """Is the mention the subject of the first sentence of the next paragraph?"""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    begins = (
        story.paragraph_of[sentence] == paragraph + 1 and story.paragraph_sentences[paragraph + 1].start == sentence
    )
    return begins and reading.subject_of(sentence) is mention


def _is_first_of_next(reading: Reading, mention: Mention, paragraph: int) -> bool:
    """Is it the Lund of "The court heard that Karl Lund, 34, fled" and "found that Karl Lund's sacking was unfair"?"""
    story = reading.story
    sentence = story.sentence_of[mention.first]
    first = story.sentence_tokens[sentence].start
    if story.paragraph_of[sentence] != paragraph + 1 or story.paragraph_sentences[paragraph + 1].start != sentence:
        return False
    if story.lower[mention.first - 1] != "that" or mention.first == first:
        return False
    told = age_behind(story, mention) is not None or story.possessive(mention.last)
    before = (each for each in reading.mentions_in[sentence] if each.first < mention.first)
    alone = all(each.organisation for each in before)
    return told and alone and reading.likeness_of(reading.people[mention.person]) > 0


def people_ahead(reading: Reading, mention: Mention, paragraph: int) -> list[int]:
    """Return the people first named soon after: "A judge has ruled … Judge Anna Lund said"."""
    story, mentions = reading.story, reading.mentions
    position = bisect_right(mentions, mention.first, key=lambda each: each.first)
    found = []
    for each in mentions[position : position + _MENTIONS_AHEAD]:
        if story.paragraph_of[story.sentence_of[each.first]] - paragraph > _PARAGRAPHS_AHEAD:
            break
        person = reading.people[each.person] if each.kind == "name" else None
        if person is not None and not person.organisation and person.mentions[0] is each:
            found.append(each.person)
    return found
