"""Identity: which document entities are one thing, who or what says so, and the groups that follow.

`keys` says what a rule compares, `chain` turns equal keys into judgements, `components` turns judgements into
entities. Stores know nothing else of identity.
"""
