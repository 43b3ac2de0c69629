"""Quoted stretches → `attribute.Decision`s: no speech, or the mention of who speaks, or UNKNOWN.

    speech          is it somebody's words? rules, then speech_features ranked (governor: the word before it that tells,
                    naming: what makes it a title or a term)
    sure, dialogue  who speaks, where the sentence, a signature or the turns of a dialogue leave no doubt
    candidates      else who could, and where the stretch stands (`Place`); ranked by features
    signatures      the name behind a dash
    clauses         what several of these ask: where a clause begins or ends

`attribute.attribute_all` asks these in turn for each stretch, and `decide` walks over the stretches.
"""
