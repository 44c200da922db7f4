#!/usr/bin/env python3
"""validate SCHEMA <VALUES - check a stream of JSON values against a JSON Schema (2020-12), in which no key comes twice"""
import json
import sys

from jsonschema import Draft202012Validator


def once(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        sys.exit(f"{sys.argv[1]}: {max(keys, key=keys.count)} comes twice in an object")
    return dict(pairs)


with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file, object_pairs_hook=once)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
text = sys.stdin.read()
decoder = json.JSONDecoder()
at = valid = invalid = 0
while at < len(text):
    if text[at].isspace():
        at += 1
        continue
    value, at = decoder.raw_decode(text, at)
    if validator.is_valid(value):
        valid += 1
    else:
        invalid += 1
print(f"{valid} valid, {invalid} invalid")
