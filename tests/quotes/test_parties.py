"""Who speaks of two parties, and whoever a lead speaks of ahead of the name, in invented sentences."""

import pytest

LEADS = [
    # the lead's description, and the next paragraphs' name
    ("A judge has ruled for the town.\n\nMagistrate Ana Lund said no.", "A judge", "Ana Lund"),
    ("A judge has ruled for the town.\n\nBailiff Ana Lund said no.", "A judge", "A judge"),
    ("A judge has ruled for the town.\n\nJudge Ana Lund said no.", "A judge", "Ana Lund"),
    ("A former baker told the court that he slept.\n\nMr Karl Berg, 61, said no more.", "A former baker", "Karl Berg"),
    ("A widow said that she slept.\n\nMr Karl Berg, 61, said no more.", "A widow", "A widow"),
    ("A baker told the court that he slept.\n\nSenator Karl Berg, 61, said no more.", "A baker", "A baker"),
    ("A baker told the court that he slept.\n\nIn Oslo, Mr Karl Berg said no.", "A baker", "Karl Berg"),
    ("A baker told the court that he slept.\n\nThe men of Mr Karl Berg said no.", "A baker", "A baker"),
    (
        "The lawyer for a baker told the court that he slept.\n\nKarl Berg, 61, said no.",
        "The law",
        "The lawyer for a baker",
    ),
    ("A lawyer told the court that he slept.\n\nKarl Berg, 61, said no.", "A lawyer", "Karl Berg"),
    # a caption and a byline are above the lead
    ("Fog.\n\nBy Eva Holt\n\nUnions met a top clerk on Monday.\n\nTop clerk Ana Lund wept.", "a top", "Ana Lund"),
    ("Fog.\n\nBy Eva Holt\n\nRain fell.\n\nA pilot said no.\n\nPilot Ana Lund wept.", "A pilot", "Ana Lund"),
    ("Fog.\n\nWind.\n\nUnions met a top clerk on Monday.\n\nTop clerk Ana Lund wept.", "a top", "a top clerk"),
    # whose name comes at the end
    ("A judge called him “vile”.\n\nA.\n\nB.\n\nC.\n\nD.\n\nJudge Ana Lund wept.", "A judge", "Ana Lund"),
    ("Fog was to blame, a coroner said.\n\nA.\n\nB.\n\nC.\n\nD.\n\nCoroner Ana Lund wept.", "a cor", "Ana Lund"),
    ("A judge in Hull said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nJudge Ana Lund wept.", "A judge", "A judge in Hull"),
    ("A judge said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nAna Lund, a former judge, wept.", "A judge", "A judge"),
    ("A judge said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nJudge Lund met Judge Berg.", "A judge", "A judge"),
    ("A baker said no.\n\nA.\n\nB.\n\nC.\n\nD.\n\nBaker Ana Lund wept.", "A baker", "A baker"),
    # another one, and another word for the one
    ("“No,” the farmer said.\n\nTom hid.\n\n“Yes,” said Karl Berg, another farmer.", "the farmer", "the farmer"),
    ("“No,” the baker told us.\n\n“Yes,” said Ana Lund, a baker.", "the baker", "Ana Lund"),
    ("The premier: “No.”\n\nPrime Minister Ana Lund went on.", "The premier", "Ana Lund"),
    ("The prime minister: “No.”\n\nPremier Ana Lund went on.", "The prime", "Ana Lund"),
    ("The foreign minister: “No.”\n\nPremier Ana Lund went on.", "The foreign", "The foreign minister"),
    # whom the lead is about, and who is named next
    ("A carer who robbed her “second mum” was jailed.\n\nEva Holt, 43, wept.", "A carer", "Eva Holt"),
    ("A thief was told by a judge that it was “sad”.\n\nKarl Berg, 61, stole a hen.", "a judge", "a judge"),
    ("A widow sued a baker in May.\n\nKarl Berg, 61, said no. “No,” he said.", "a baker", "a baker"),
    ("One baker has called it “a joke”.\n\nKarl Berg, 61, of Leith, said no more.", "One baker", "Karl Berg"),
    ("A carer called it “a joke”.\n\nKarl Berg, head of a home in Leith, posted it.", "A carer", "Karl Berg"),
    ("A carer called it “a joke”.\n\nKarl Berg, of Leith Homes, posted the words.", "A carer", "Karl Berg"),
    ("A carer called it “a joke”.\n\nMrs Eva Holt, head of a choir, wept.", "A carer", "A carer"),
    ("A carer called it “a joke”.\n\nKarl Berg, head of a home, said it rained.", "A carer", "A carer"),
    ("A surgeon called it “a joke”.\n\nKarl Berg, a doctor in Leith, said no.", "A surgeon", "Karl Berg"),
    ("A carer who robbed a widow was jailed.\n\nEva Holt, 43, wept.", "A carer", "A carer"),
    ("The carer who robbed her “mum” was jailed.\n\nEva Holt, 43, wept.", "The carer", "The carer"),
    ("A carer who robbed her “second mum” was jailed.\n\nDetective Eva Holt wept.", "A carer", "A carer"),
    # or told of next, and nobody else of that gender in the lead
    ("A carer who robbed a widow was jailed.\n\nKarl Berg, 43, wept.", "A carer", "Karl Berg"),
    ("A nurse has won.\n\nThe tribunal found that Eva Holt’s sacking was unfair.", "A nurse", "Eva Holt"),
    ("A baker who hit a widow was jailed.\n\nThe court heard that Karl Berg, 43, fled.", "A baker", "Karl Berg"),
    ("A nurse has won.\n\nThe mayor found that Eva Holt’s sacking was unfair.", "A nurse", "A nurse"),
    ("A nurse has won.\n\nThe tribunal found that Eva Holt was right.", "A nurse", "A nurse"),
    ("A nurse who hit a widow was jailed.\n\nThe court heard that Eva Holt, 43, fled.", "A nurse", "A nurse"),
    ("The pilot who saved a bus says it was “luck”.\n\nCol. Karl Berg, 51, slept.", "The pilot", "Karl Berg"),
    ("The pilot says it was “luck”.\n\nCol. Karl Berg, 51, slept.", "The pilot", "The pilot"),
]


@pytest.mark.parametrize(("text", "words", "person"), LEADS)
def test_lead(stands_for, text, words, person):
    assert stands_for(text, words) == person


PARTIES = [
    # who was cross-examined
    ("Cross-examined by Karl Berg, Ana Lund wept. “No,” the witness said.", "the witness", "Ana Lund"),
    ("Ana Lund was cross-examined by Karl Berg. “No,” the witness said.", "the witness", "Ana Lund"),
    ("In her evidence before Judge Karl Berg, Ana Lund said so. “No,” the witness said.", "the witness", "Ana Lund"),
    ("In his testimony on Monday, Karl Lund said so. “No,” the witness said.", "the witness", "Karl Lund"),
    ("In her speech on Monday, Ana Lund said so. “No,” the witness said.", "the witness", "the witness"),
    ("Karl Berg cross-examined Ana Lund. “No,” the witness said.", "the witness", "Ana Lund"),
    ("Karl Berg met Ana Lund. “No,” the witness said.", "the witness", "the witness"),
    # who was charged, sued, or answers a charge
    ("Karl Berg was later charged with arson. Ana Lund wept. “No,” the defendant said.", "the defendant", "Karl Berg"),
    ("Ana Lund, 34, a baker from Leith, is accused of theft. “No,” the accused said.", "the accused", "Ana Lund"),
    ("Police arrested Ana Lund. Karl Berg left. “No,” the suspect said.", "the suspect", "Ana Lund"),
    ("Ana Lund pleaded guilty. Her lawyer, Karl Berg, left. “No,” the defendant said.", "the defendant", "Ana Lund"),
    ("Karl Berg appeared before a judge. Ana Lund left. “No,” the defendant said.", "the defendant", "Karl Berg"),
    ("Ana Lund sued Karl Berg over a hedge. Tom Hale left. “No,” the defendant said.", "the defendant", "Karl Berg"),
    ("Ana Lund sued Karl Berg over a hedge. Tom Hale left. “No,” the plaintiff said.", "the plaintiff", "Ana Lund"),
    ("Ana Lund was found guilty. Karl Berg left. “No,” the defendant said.", "the defendant", "Ana Lund"),
    ("Karl Berg denies a single charge. Ana Lund left. “No,” the accused said.", "the accused", "Karl Berg"),
    # who was attacked
    ("Karl Berg was stabbed by Tom Hale. Ana Lund wept. “No,” the victim said.", "the victim", "Karl Berg"),
    ("Tom Hale admits robbing Ana Lund. Karl Berg wept. “No,” the victim said.", "the victim", "Ana Lund"),
    ("Karl Berg denied that it rained. Mayor Eva wept. “No,” the accused said.", "the accused", "the accused"),
    # who testified last, in court or before another panel; no lawyer, no judge
    ("Karl Berg took the stand. Mayor Eva left. “No,” the witness said.", "the witness", "Karl Berg"),
    ("Ana Lund testified on Monday. Mayor Eva left. “No,” the witness said.", "the witness", "Ana Lund"),
    ("A witness, Ana Lund, left. Karl Berg gave evidence. “No,” the witness said.", "the witness", "Karl Berg"),
    ("Ana Lund told the county inquest it rained. Karl Berg left. “No,” the witness said.", "the witness", "Ana Lund"),
    ("The tribunal heard from Ana Lund. Karl Berg left. “No,” the witness said.", "the witness", "Ana Lund"),
    (
        "Ana Lund took the stand. Prosecutor Karl Berg told the jury to rise. “No,” the witness said.",
        "the witness",
        "Ana Lund",
    ),
    ("Ana Lund testified. Then a cook told the court he slept. “No,” the witness said.", "the witness", "a cook"),
    ("Karl Berg told the paper he slept. Mayor Eva left. “No,” the witness said.", "the witness", "the witness"),
    ("Karl Berg heard music from Ana Lund. “No,” the witness said.", "the witness", "the witness"),
    ("Karl Berg took the bus. Mayor Eva left. “No,” the witness said.", "the witness", "the witness"),
    ("Ana Lund, Karl Vik and Jon Berg have pleaded guilty. Ana wept. “No,” the accused said.", "the acc", "Ana Lund"),
    ("Ana Lund told Jon Berg that Karl Vik pleaded guilty. Ana wept. “No,” the accused said.", "the acc", "Karl Vik"),
    # not who accuses, nor for whom somebody appears, nor one of several
    (
        "Karl Berg accused the bank of theft. Mayor Eva wept. “No,” the defendant said.",
        "the defendant",
        "the defendant",
    ),
    ("Ana Lund was robbed. Mayor Eva wept. “No,” the suspect said.", "the suspect", "the suspect"),
    (
        "Karl Berg appeared for the town in court. Mayor Eva wept. “No,” the suspect said.",
        "the suspect",
        "the suspect",
    ),
    ("Karl Berg was charged. “No,” the second defendant said.", "the second defendant", "the second defendant"),
    ("Ana Lund was robbed. Mayor Eva wept. “No,” his victim said.", "his victim", "his victim"),
    ("Karl Berg was charged. “No,” the accused baker said.", "the accused baker", "Karl Berg"),
]


@pytest.mark.parametrize(("text", "words", "person"), PARTIES)
def test_parties(stands_for, text, words, person):
    assert stands_for(text, words) == person
