"""What the text shows: quoted stretches, mentions, frames and people of one article."""
