"""Showing answers: the command line, and answers as tables, JSON, CSV and Markdown. No logic of its own."""
