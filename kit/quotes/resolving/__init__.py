"""Pronouns and descriptions → people: `resolve.Resolver` reads a Reading's mentions in order and sets their `person`.

A person is a place in `Reading.people`, NOBODY where none is found; somebody who is only described ("a nurse") is put
behind those with a name. What was read so far is kept in `discourse`.

    pronouns        sentence, certain (no choice is left); else antecedents, who may be meant (others: who is not;
                    unnamed: who was just brought in; ahead: who is named later), ranked by antecedent_features of the
                    anaphor
    descriptions    roles ("the minister"; owners: whose, lands: of which country), epithets ("the 34-year-old"),
                    parties ("the defendant"), kin ("the widow"), unnamed ("the woman"), ahead (a lead's "a judge")
"""
