"""What is asked for: queries, filters, passages."""
