#!/bin/sh
# recipes.sh - what tanzaku-recipes(7) shows of other tools is what they print; all samples load into them
#
# PostgreSQL's server is started here: in a folder of its own, as a user who is not root, on a socket in that folder, and
# ended behind it. DuckDB's command is bin/duckdb, which npm's library @duckdb/node-api runs. Elasticsearch is not there:
# bulk.py has its rules.
# shellcheck disable=SC1091 # what it sources is checked by itself
set -u
here=$(CDPATH='' cd "$(dirname "$0")" && pwd) || exit 2
top=${here%/*/*}
. "$here/../lib/tap.sh"
bin=$(CDPATH='' cd "${TANZAKU_BIN:-$top/build}" && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
chmod 755 "$tmp"
server='' plus=''
# shellcheck disable=SC2154 # server_do is below
stop() { [ -z "$server" ] || server_do pg_ctl -m immediate stop >/dev/null 2>&1; rm -rf "$tmp"; }
trap stop EXIT
trap 'exit 2' HUP INT TERM
cd "$tmp" && mkdir home pg && ln -s "$top/samples" "$top/filters" . || exit 2
HOME=$tmp/home LC_ALL=C.UTF-8 NODE_PATH=$top/build/npm/node_modules PATH=$here/bin:$bin:$PATH
export HOME LC_ALL NODE_PATH PATH

# server_do PROGRAM ...: one of PostgreSQL's, which is not for root
server_do() {
	for program in /usr/bin/"$1" /usr/lib/postgresql/*/bin/"$1"; do [ -x "$program" ] && found=$program; done
	program=${found-$1}
	shift
	set -- "$program" -D "$tmp/pg/data" "$@"
	[ "$(id -u)" -ne 0 ] || set -- setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
	(cd pg && env HOME="$tmp/pg" "$@")
}
[ "$(id -u)" -ne 0 ] || chown 65534:65534 pg
server_do initdb -U tanzaku -A trust -E UTF8 --no-locale -N >pg.log 2>&1 &&
	server_do pg_ctl -w -l "$tmp/pg/log" -o "-k $tmp/pg -h '' -F" start >>pg.log 2>&1 && server=1
ok $? "PostgreSQL's server runs, on a socket of its own"
[ -n "$server" ] || sed 's/^/# /' pg.log
PGHOST=$tmp/pg PGUSER=tanzaku PGDATABASE=postgres PGOPTIONS='-c client_min_messages=warning'
export PGHOST PGUSER PGDATABASE PGOPTIONS

# The recipes, each of which is to give the same answer
for doc in "$top/filters/man/tanzaku-recipes.7" "$top/README.md" "$top/README.ja.md"; do
	awk -v late=1 -f "$here/../lib/examples.awk" "$doc" >shown
	awk -v late=1 -v run=1 -f "$here/../lib/examples.awk" "$doc" >script
	sh ./script >got 2>&1
	same shown got "${doc##*/}: $(grep -c '^\$ ' shown) commands print what it shows"
	cat shown >>all
done
printf '%s\n' 厚生労働省,1 国土交通省,3 文部科学省,1 環境省,1 経済産業省,1 総務省,1 警察庁,1 農林水産省,2 >want
tr -s ' |' ',,' <all | sed -n 's/^,\([0-9]\),\([^,]*\)$/\2,\1/; s/^[^$,]*,[0-9]$/&/p' | sort | uniq -c | sed 's/^ *//' >counted
[ "$(cut -d ' ' -f 1 counted | sort -u | wc -l)" -eq 1 ] && cut -d ' ' -f 2 counted | sort | cmp -s - want
ok $? "the answer is the same $(head -n 1 counted | cut -d ' ' -f 1) times"
tanzaku convert --long samples/plans/* 2>/dev/null | jq -c '{index: {}}, .' >plans.ndjson
python3 "$here/bulk.py" plans.ndjson 2026-04-01 >got 2>&1
same want got 'Elasticsearch: a body as its reference has it, and the same answer'

# All samples, into columns with types: nothing is refused, and no row is lost
set -- samples/*.txt samples/family/*.txt samples/plans/*
tanzaku convert --long "$@" 2>/dev/null | jq -c '{index: {}}, .' >all.ndjson
python3 "$here/bulk.py" all.ndjson 2026-04-01 >got 2>&1
ok $? "Elasticsearch: no field of all samples has two types: $(wc -l <got) offices"
tanzaku convert --csv=long,all "$@" 2>/dev/null >long.csv
tanzaku convert --csv=all "$@" 2>/dev/null >wide.csv
tanzaku convert --long "$@" 2>/dev/null >long.jsonl
tanzaku convert -T --csv=all "$@" 2>/dev/null | python3 "$here/count.py" each
tanzaku convert -T --csv=long,all "$@" 2>/dev/null | python3 "$here/count.py" long
head -qn 1 long/*.csv | sort -u >headers
[ "$(find long -name "*.csv" | wc -l)" -eq $# ] && [ "$(wc -l <headers)" -eq 1 ]
ok $? "one header for the long form of $# samples: $(cat headers)"
cells=$(python3 "$here/count.py" <long.csv) rows=$(wc -l <long.jsonl)
[ "$cells" -gt 1000 ] && [ "$rows" -gt 300 ] && [ "$(python3 "$here/count.py" <wide.csv)" -eq "$rows" ]
ok $? "$rows rows of $cells cells"

typed='doc text NOT NULL, line int NOT NULL, id text, path text, "column" text, role text NOT NULL, value text, status text, "start" date, "end" date, agencies text, warnings text'
psql -q -v ON_ERROR_STOP=1 -c "CREATE TABLE every ($typed)" -c '\copy every FROM long.csv (FORMAT csv, HEADER MATCH)' &&
	[ "$(psql -qAtc 'SELECT count(*) FROM every')" -eq "$cells" ]
ok $? 'PostgreSQL: all samples, into columns of their types'
psql -q -v ON_ERROR_STOP=1 -c 'CREATE TABLE lines (line jsonb)' -c "\\copy lines FROM long.jsonl (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')" &&
	[ "$(psql -qAtc "SELECT count(*) FROM lines WHERE line->>'doc' <> ''")" -eq "$rows" ]
ok $? 'PostgreSQL: the lines of JSON as jsonb'

types=$(echo "$typed" | tr -d '"' | sed "s/ NOT NULL//g; s/\([a-z][a-z]*\) \([a-z][a-z]*\)/'\1': '\2'/g")
duckdb -csv -c "SELECT count(*) AS n FROM read_csv('long.csv', header = true, columns = {$types}) WHERE line > 0" >got 2>&1
grep -qx "$cells" got
ok $? "DuckDB: the same with these types: $(tail -n 1 got | cut -c 1-200)"
for each in each/*.csv; do printf "%s (SELECT count(*) FROM read_csv('%s', header = true))" "$plus" "$each" && plus=+; done >sum
duckdb -csv -c "SELECT $(cat sum)" >got 2>&1
tail -n 1 got | grep -qx "$rows"
ok $? "DuckDB: each sample under its own header, with the types that are found: $(tail -n 1 got | cut -c 1-200)"
duckdb -csv -c "SELECT count(*) FROM read_json('long.jsonl') WHERE len(cells) > 0 AND line > 0" >got 2>&1
grep -qx "$rows" got
ok $? "DuckDB: the lines of JSON: $(tail -n 1 got | cut -c 1-200)"

# STRICT: a value of another type is an error, not another type
sqlite3 every.db "CREATE TABLE every (doc TEXT, line INTEGER, id TEXT, path TEXT, \"column\" TEXT, role TEXT, value TEXT, status TEXT,
	start TEXT CHECK (start = '' OR date(start) IS start), \"end\" TEXT CHECK (\"end\" = '' OR date(\"end\") IS \"end\"), agencies TEXT, warnings TEXT) STRICT" \
	'.import --csv --skip 1 long.csv every' >said 2>&1 && [ ! -s said ] &&
	[ "$(sqlite3 every.db 'SELECT count(*) FROM every')" -eq "$cells" ]
ok $? "SQLite: all samples, into a strict table: $(head -n 1 said)"
python3 -c "import pandas, sys
long = pandas.read_csv('long.csv', parse_dates=['start', 'end'], dtype={'line': int})
sys.exit(len(long) != $cells or str(long.start.dtype) != 'datetime64[ns]' or str(long.end.dtype) != 'datetime64[ns]')"
ok $? 'pandas: all samples, with days'
finish
