"""Dates that a text names, as ISO prefixes: written out, short of a year, or counted from another day."""

from ingest.links.dates.grammar import FORMS
from ingest.links.dates.read import DateSpan, dates

__all__ = ["FORMS", "DateSpan", "dates"]
