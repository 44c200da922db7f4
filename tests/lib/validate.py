#!/usr/bin/env python3
"""validate SCHEMA <VALUES - check JSON values against a JSON Schema (2020-12), in which no key comes twice
validate SCHEMA FILE ... - the same of the trees and rows that stand among other lines in files, if they are whole

The schema itself must be one, made of nothing but keywords that have a meaning.
"""
import json
import sys

from jsonschema import Draft202012Validator

KEYWORDS = set("""$schema $id $ref $defs title description type enum const properties required additionalProperties items
    minItems uniqueItems minProperties minLength pattern minimum oneOf allOf if then else""".split())
WHOLE = ('{"type":"root","line":1,"schema":', '{"doc":"')
ROW = {"doc", "line", "id", "path", "cells", "status", "dates", "agencies", "warnings"}


def once(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        sys.exit(f"{sys.argv[1]}: {max(keys, key=keys.count)} comes twice in an object")
    return dict(pairs)


def strict(part):
    """Ends it where PART of the schema has a keyword that no validator would look at."""
    for key, value in part.items():
        if key not in KEYWORDS:
            sys.exit(f"{sys.argv[1]}: what is {key}?")
        if key in ("properties", "$defs"):
            for each in value.values():
                strict(each)
        elif key in ("oneOf", "allOf"):
            for each in value:
                strict(each)
        elif isinstance(value, dict) and key != "const":
            strict(value)


def values(text):
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        value, at = decoder.raw_decode(text, at)
        yield value


def whole_ones(name):
    """What tanzaku json may have written into NAME, if a filter behind it has not changed it."""
    with open(name, encoding="utf-8", errors="replace") as file:
        text = file.read()
    for beginning in WHOLE:
        at = text.find(beginning)
        while at >= 0:
            try:
                value, _ = decoder.raw_decode(text, at)
                if value.get("type") == "root" and "position" in value or ROW <= value.keys():
                    yield value
            except ValueError:
                pass  # cut by head or sed
            at = text.find(beginning, at + 1)


decoder = json.JSONDecoder()
with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file, object_pairs_hook=once)
Draft202012Validator.check_schema(schema)
strict(schema)
validator = Draft202012Validator(schema)
valid = invalid = 0
found = (v for name in sys.argv[2:] for v in whole_ones(name)) if sys.argv[2:] else values(sys.stdin.read())
for value in found:
    if validator.is_valid(value):
        valid += 1
    else:
        invalid += 1
        print(f"invalid: {str(value)[:160]}")
print(f"{valid} valid, {invalid} invalid")
