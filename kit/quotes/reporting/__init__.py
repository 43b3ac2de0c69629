"""Reported speech: a Reading's frames → `contents.Report`s, what their sources say without marks.

    contents    what a frame may report, cut out in every likely way
    features    what tells the true content, and a verb of saying from its other uses
    indirect    which are kept, by the learned ranking
    substance   what of those says nothing: "late on Tuesday", "to comment"

A frame reports one content at most, and no two contents share words.
"""
