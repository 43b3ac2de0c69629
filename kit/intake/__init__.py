"""A saved page, raw text or a clip → an article file: what is read, what is understood, what is left out."""
