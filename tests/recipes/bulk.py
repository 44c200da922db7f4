#!/usr/bin/env python3
"""bulk.py FILE DAY - whether FILE is one that Elasticsearch's bulk API takes, and what the manual's search finds in it

There is no server to ask. What is checked is what its reference says of the body of POST /INDEX/_bulk: JSON in UTF-8, in
lines that end with LF, the last one, too; before each document a line with one action of known fields; no document of more
than 100 MB in all, and no more than 1,000 fields. And what its dynamic mapping would refuse, date detection switched off: a
field that is an object here and a value there, or a value of another type; null and [] are no values. Fields of MAPPED have
the type that the manual's request for the index gives them."""
import collections
import json
import sys

MAPPED = {'values.value': ('long', 'float')}
ACTIONS = {'index', 'create'}
FIELDS = {'_index', '_id', 'routing', 'version', 'version_type', 'pipeline', 'require_alias', 'dynamic_templates', 'list_executed_pipelines'}


def whole(pairs):
    """An object whose names differ."""
    names = [name for name, _ in pairs]
    if len(set(names)) != len(names) or '' in names or any('.' in name for name in names):
        sys.exit(f'names: {names}')
    return dict(pairs)


def no_number(text):
    sys.exit(f'no JSON: {text}')


def leaves(value, path=''):
    """All fields of a document, as it is indexed: (path, type, value), arrays being no level."""
    if isinstance(value, dict):
        yield path, 'object', None
        for name, each in value.items():
            yield from leaves(each, f'{path}.{name}' if path else name)
    elif isinstance(value, list):
        for each in value:
            yield from leaves(each, path)
    elif value is not None:
        kind = 'boolean' if isinstance(value, bool) else 'text' if isinstance(value, str) else 'long' if isinstance(value, int) else 'float'
        yield path, kind, value


def documents(body):
    if not body.endswith(b'\n') or len(body) > 100 << 20:
        sys.exit('its end is not LF, or it is too large')
    lines = body.decode('utf-8').split('\n')[:-1]
    if len(lines) % 2 or not lines:
        sys.exit(f'{len(lines)} lines')
    for action, source in zip(lines[::2], lines[1::2]):
        action, source = [json.loads(line, object_pairs_hook=whole, parse_constant=no_number) for line in (action, source)]
        if len(action) != 1 or not ACTIONS.issuperset(action) or not all(FIELDS.issuperset(meta) for meta in action.values()):
            sys.exit(f'no action: {action}')
        if not isinstance(source, dict):
            sys.exit(f'no document: {source}')
        yield source


def main():
    types, found = {}, collections.Counter()
    with open(sys.argv[1], 'rb') as file:
        body = file.read()
    for source in documents(body):
        fields = collections.defaultdict(list)
        for path, kind, value in leaves(source):
            if kind not in MAPPED.get(path, ()) and types.setdefault(path, kind) != kind:
                sys.exit(f'{path}: {kind} and {types[path]}')
            fields[path].append(value)
        if any(end < sys.argv[2] for end in fields['dates.end']) and 'done' not in fields['status.code']:
            found.update(set(fields['agencies.name']))
    if len(types) > 1000:
        sys.exit(f'{len(types)} fields')
    for name, count in sorted(found.items()):
        print(f'{name},{count}')


main()
