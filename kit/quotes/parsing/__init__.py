"""What the text shows: an article's body → its `Reading` (see `reading.read`), which holds, in the order they are found

    stretches   spans
    narrative   furniture (what is no story), tokenizing, narrative (what a word can be, as bits)
    mentions    mentions: chunks and name_words (how far a name goes), names (where it begins behind titles and roles),
                descriptions and large_descriptions, posts and bodies (whose role, what kind of name),
                appositions and told (which description says who a name is)
    frames      frames: subjects ← sources ← noun_phrases ← mention_index, each finding a source farther off; asides
    people      people, person; gender, likeness (how like a human being); interviews (who asks, who answers)

Nothing here is learned, and nothing decides who speaks.
"""
