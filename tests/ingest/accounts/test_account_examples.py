"""The examples in the docstrings of the account modules run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import ingest.accounts

MODULES = [module.name for module in pkgutil.iter_modules(ingest.accounts.__path__, "ingest.accounts.")]


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_a_module_give_what_they_say(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
