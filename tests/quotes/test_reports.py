"""What a reporting word may report: which contents are ranked, and that those kept never share words."""

from __future__ import annotations

import pytest

from kit.quotes.model import Model
from kit.quotes.parsing.reading import read
from kit.quotes.reporting.contents import reporting_frames, reports
from kit.quotes.reporting.indirect import content_span, reported


def contents(text, cue):
    reading = read(text)
    return {
        text[slice(*content_span(reading, report))]
        for frame, following in reporting_frames(reading)
        if reading.story.words[frame.cue] == cue
        for report in reports(reading, frame, following)
    }


CONTENTS = [
    # a source and its verb inside what they report
    (
        "The ferry, the harbour master said, would not sail.",
        "said",
        "The ferry, the harbour master said, would not sail",
    ),
    ("Wages, Ines Duarte argued, had hardly risen.", "argued", "Wages, Ines Duarte argued, had hardly risen"),
    # behind the hearer
    ("Joy Mensah told reporters the bridge was safe.", "told", "the bridge was safe"),
    ("The judge told the packed hall the verdict stood.", "told", "the verdict stood"),
    ("The mayor reminded a meeting of the guild its dues were late.", "reminded", "its dues were late"),
    ("The clerk told the story of the flood again.", "told", "the story of the flood again"),
    ("The clerk reminded the tenants their leases were ending.", "reminded", "their leases were ending"),
    ("Both fires were out, the mayor said late on Monday.", "said", "Both fires were out"),
    ("Asking about the fire was easy, the mayor said.", "said", "Asking about the fire was easy"),
    # two verbs of one source share a sentence
    ("Omar Haddad said the pumps had failed and warned that it would rain.", "said", "the pumps had failed"),
    ("Omar Haddad said the pumps had failed and warned that it would rain.", "warned", "that it would rain"),
    # behind the day
    ("The mill said Friday it had sold its looms.", "said", "it had sold its looms"),
    ("Villagers said late on Tuesday night they would rebuild the bridge.", "said", "they would rebuild the bridge"),
    ("The two unions agreed Monday to end the strike.", "agreed", "to end the strike"),
    ("Ana Okoye told reporters Friday the wells were dry.", "told", "the wells were dry"),
    ("The sexton said Sunday would be warm.", "said", "Sunday would be warm"),
    ("Lena Koski said Monday’s match was off.", "said", "Monday’s match was off"),
    # semicolons
    ("Lena Koski expects rain; her brother does not.", "expects", "rain"),
    ("Ana Okoye said that wages rose; that prices fell.", "said", "that wages rose; that prices fell"),
    ("The dam held; the road did not, the mayor said.", "said", "the road did not"),
    # a noun with a clause of its own, and a statement
    ("Ana Okoye denied claims that she had left the guild.", "denied", "claims that she had left the guild"),
    ("The mill said in a statement that it would close.", "said", "that it would close"),
    ("Lena Koski’s warning that the dam would burst.", "warning", "that the dam would burst"),
    # leads with a verb
    ("In the valley the road was closed, the mayor said.", "said", "In the valley the road was closed"),
    (
        "At least nine boats sank in the storm, the harbour master said.",
        "said",
        "At least nine boats sank in the storm",
    ),
    # it may end with its clause, wherever a sign says that something new can begin
    ("As the mayor promised a new well, the council raised the fares.", "promised", "a new well"),
    ("Lena Koski defended the plan, but left the hall early.", "defended", "the plan"),
    ("The guild praised the nurses — all of them volunteers.", "praised", "the nurses"),
    ("Ana Okoye criticised the delay, although she had asked for it.", "criticised", "the delay"),
]


@pytest.mark.parametrize(("text", "cue", "content"), CONTENTS)
def test_among_the_contents(text, cue, content):
    assert content in contents(text, cue)


NO_CONTENTS = [
    # the clause belongs to the second verb
    (
        "Omar Haddad praised the nurses, adding that the clinic would stay open.",
        "praised",
        "that the clinic would stay open",
    ),
    ("Lena Koski criticised the board, insisting that it had been warned.", "criticised", "that it had been warned"),
    # what somebody is asked about
    (
        "Asked about the smoke and the fire, the mayor said no more on Monday.",
        "said",
        "Asked about the smoke and the fire",
    ),
    (
        "Pressed on the cost of the new pier, the mayor said no more on Monday.",
        "said",
        "Pressed on the cost of the new pier",
    ),
    # an object, not a hearer
    ("The council praised the firemen working through the night.", "praised", "working through the night"),
    ("The guild condemned the mayor mocking its members.", "condemned", "mocking its members"),
    # when it was said
    ("The mill said Friday it had sold its looms.", "said", "Friday it had sold its looms"),
    ("The two unions agreed Monday to end the strike.", "agreed", "Monday to end the strike"),
    # beyond a semicolon
    ("Lena Koski expects rain; her brother does not.", "expects", "rain; her brother does not"),
    ("The dam held; the road did not, the mayor said.", "said", "The dam held; the road did not"),
    # a lead without a verb
    ("On her way to the harbour, Ines Duarte said the boats were safe.", "said", "On her way to the harbour"),
    ("The envoy to the islands, Omar Haddad, said no more on Monday.", "said", "The envoy to the islands"),
    # the clause belongs to the noun
    ("Ana Okoye denied claims that she had left the guild.", "denied", "that she had left the guild"),
    ("The mill shrugged off demands that it close.", "shrugged", "that it close"),
    # the hearer
    ("The judge told the packed hall the verdict stood.", "told", "the packed hall the verdict stood"),
    ("Joy Mensah told reporters the bridge was safe.", "told", "reporters the bridge was safe"),
    # nothing new begins at the sign
    ("Ines Duarte cited a loss of $ 5 million in the spring.", "cited", "a loss of"),
    ("The clerk praised the rock & roll nights.", "praised", "the rock"),
    ("Lena Koski defended the plan and the budget.", "defended", "the plan"),
    ("Ana Okoye criticised the delay after the storm.", "criticised", "the delay"),
]


CIRCUMSTANCES = [
    ("A porter sobbed outside the chapel.", "sobbed"),
    ("The conductor laughed when the lights failed.", "laughed"),
    ("The envoy said after nine hours of talks.", "said"),
]


NOUNS = [
    ("The mayor brushed off calls to close the mill.", "calls"),
    ("New calls to free the divers came on Monday.", "calls"),
    ("The guild has fended off claims it had lied.", "claims"),
    ("Divers are facing claims that they lied.", "claims"),
    ("The mill did not respond to questions about the roof.", "questions"),
    ("The board has listened to complaints about the noise.", "complaints"),
]


@pytest.mark.parametrize(("text", "cue"), CIRCUMSTANCES)
def test_where_and_when_are_no_contents(text, cue):
    assert contents(text, cue) == set()


@pytest.mark.parametrize(("text", "cue"), NOUNS)
def test_nouns_are_no_verbs(text, cue):
    assert contents(text, cue) == set()


VERBS = [
    ("The mayor calls for a new mill.", "calls", "for a new mill"),
    ("The guild, which fended off a rival, claims it was cheated.", "claims", "it was cheated"),
    ("The building board claims that the roof was safe.", "claims", "that the roof was safe"),
]


@pytest.mark.parametrize(("text", "cue", "content"), VERBS)
def test_verbs_that_could_be_nouns(text, cue, content):
    assert content in contents(text, cue)


@pytest.mark.parametrize(("text", "cue", "content"), NO_CONTENTS)
def test_not_among_the_contents(text, cue, content):
    found = contents(text, cue)
    assert found
    assert content not in found


def test_contents_that_differ_by_a_word_count_as_one():
    text = "Lena Koski said the bridge was closed — the road on the far side of the valley would stay shut, alas."
    short = {"Lsaysd": 1.0}
    reading = read(text)
    [report] = reported(reading, Model(short), threshold=0.1)
    assert text[slice(*content_span(reading, report))] == "the bridge was closed"
    longer = {"Lsayse": 0.7, "Lsaysc": 0.8}  # with the "alas" and without it
    [report] = reported(reading, Model(short | longer), threshold=0.1)
    assert (
        text[slice(*content_span(reading, report))]
        == "the bridge was closed — the road on the far side of the valley would stay shut"
    )


NOTHING_SAID = [
    # a name alone, a day alone
    "Lena Koski praised Ana Okoye.",
    "Lena Koski endorsed Governor Okoye.",
    "Lena Koski said late last Tuesday.",
    "Lena Koski said on Monday (local time).",
    # of whom it was said
    "“It was dry,” Lena Koski said of Ana Okoye of Leith.",
    "“It was dry,” he wrote of the old wells.",
    # what nobody says, and a bare question
    "No group has claimed the attack.",
    "Lena Koski would not say where.",
    # who says nothing
    "Lena Koski declined to comment.",
    "Lena Koski did not respond to a request for comment.",
    "Lena Koski declined to say who had won.",
    "Lena Koski refused to discuss the fire.",
    "Lena Koski replied to a request for comment on Friday.",
    "The nurse asked not to be named.",
    "The diver wished to be identified as Jo.",
    "Lena Koski said nothing.",
    # what somebody acts on, or perceives
    "Lena Koski pointed to her knee.",
    "The cook put the pot on.",
    "Lena Koski welcomed the verdict.",
    "The miners backed the farmer.",
    "Lena Koski showed no fear.",
    "Lena Koski wrote eleven letters.",
    # what is held of somebody
    "A man believed to have fled.",
    "A diver said to have drowned.",
    # what became of what was said
    "Her remarks drew scorn.",
    "Lena Koski’s sermon angered villagers.",
    # what else somebody did
    "Lena Koski protested and was warned.",
    # who is seen or told does not speak
    "Lena Koski was seen leaving the palace at noon.",
    "Lena Koski was praised for leaving the palace at noon.",
]


@pytest.mark.parametrize("text", NOTHING_SAID)
def test_nothing_said(text):
    assert reported(read(text), Model({}), threshold=-1.0) == []


SOMETHING_SAID = [
    ("Lena Koski praised Ana Okoye’s patience.", "Ana Okoye’s patience"),
    ("Lena Koski said the wells were dry.", "the wells were dry"),
    ("Lena Koski refused to leave the hall.", "to leave the hall"),
    ("The nurse asked to be moved.", "to be moved"),
    ("Lena Koski confirmed the wells were dry.", "the wells were dry"),
    ("The wells were dry, Lena Koski said", "The wells were dry"),
    ("Lena Koski wrote that the wells were dry.", "that the wells were dry"),
    ("Lena Koski believed the wells were dry.", "the wells were dry"),
    ("Lena Koski warned of dry wells.", "of dry wells"),
    ("Polls showed a narrow lead.", "a narrow lead"),
    ("The miners demanded higher wages.", "higher wages"),
]


@pytest.mark.parametrize(("text", "content"), SOMETHING_SAID)
def test_something_said(text, content):
    reading = read(text)
    [report] = reported(reading, Model({}), threshold=-1.0)
    assert text[slice(*content_span(reading, report))] == content


def test_one_report_a_frame_and_none_inside_another():
    reading = read("The board said Ana Okoye had warned that the wells were dry and that the cattle had left.")
    kept = reported(reading, Model({}), threshold=-1.0)  # everything is as good as everything else
    assert kept
    for one in kept:
        for other in kept:
            assert one is other or (
                one.frame is not other.frame and (one.last <= other.first or other.last <= one.first)
            )
