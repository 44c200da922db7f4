#!/bin/sh
# variants.sh - decode built in other ways gives the same bytes
#
# usage: [LIBICONV=DIR] variants.sh
#
# DIR is the npm package `iconv` unpacked, which carries a GNU libiconv. Without vector types, by another compiler, and with musl, whose iconv(3) does
# not know CP932: each build decodes every double-byte sequence, the samples and
# a document of bad bytes, and is compared with the decode in PATH.
set -u
top=$(CDPATH='' cd "$(dirname "$0")/../.." && pwd) || exit 2
tmp=$(mktemp -d) || exit 2
trap 'rm -rf "$tmp"' EXIT
failed=0
filters=$top/filters
shared='base/buf base/check base/decimal base/near base/scan base/utf8 words/own words/rules'

cd "$top/filters/encoding/gen" || exit 2
for make in mktables mkcosts; do ${CC:-cc} -o "$tmp/$make" $make.c text.c || exit 2; done
{ "$tmp/mktables" jisx0208.txt jisx0212.txt && "$tmp/mkcosts" jisx0208.txt frequent.txt kanji.txt kana.txt pairs.txt; } \
	>"$tmp/jistab.c" || exit 2
"$top/scripts/embed" readers "$filters/words/readers.tsv" >"$tmp/readers.c" || exit 2

# build NAME COMPILER [OPTION ...]: the variant as $tmp/NAME; of stream/ it gets what it asks for, as from the library
build() {
	name=$1
	shift
	set -- "$@" -std=c11 -D_POSIX_C_SOURCE=200809L -DTANZAKU_VERSION='"0"' -O1 -I"$filters" -DFILTER=decode_filter
	mkdir "$tmp/$name.d" && (cd "$tmp/$name.d" && "$@" -c "$filters"/stream/*.c && mv main.o .. && ar qcs stream.a ./*.o) || return
	for file in $shared; do set -- "$@" "$filters/$file.c"; done
	"$@" -o "$tmp/$name" "$tmp/main.o" "$filters"/encoding/*.c "$filters"/decode/*.c "$filters"/reader/*.c "$tmp/jistab.c" "$tmp/readers.c" "$tmp/$name.d/stream.a"
}

awk 'BEGIN { for (a = 128; a < 256; a++) for (b = 64; b < 256; b++) printf "%c%c%s", a, b, b % 16 ? "" : "\n" }' >"$tmp/pairs"
gendoc -f CP932 200000 >"$tmp/long"
gnu=
if [ -n "${LIBICONV-}" ]; then
	mkdir "$tmp/inc"
	sed 's/const char\* \*/char* */' "$LIBICONV/support/iconv.h" >"$tmp/inc/iconv.h"
	cc -w -I"$tmp/inc" -I"$LIBICONV/support" -DICONV_CONST= -DENABLE_EXTRA=1 -c -o "$tmp/libiconv.o" \
		"$LIBICONV/deps/libiconv/lib/iconv.c" || exit 2
	cc -w -I"$LIBICONV/support" -c -o "$tmp/localcharset.o" "$LIBICONV/support/localcharset.c" || exit 2
	gnu="libiconv cc -I$tmp/inc $tmp/libiconv.o $tmp/localcharset.o"
fi
for variant in 'plain cc -DTZ_PLAIN_C' 'clang clang' 'musl musl-gcc -static' "$gnu"; do
	[ -n "$variant" ] || continue
	# shellcheck disable=SC2086 # words of a command
	set -- $variant
	command -v "$2" >/dev/null || { echo "no $2 here"; continue; }
	build "$@" || { failed=1; continue; }
	for encoding in sjis euc-jp utf8 utf16be; do
		for form in -H --; do
			"$tmp/$1" -f $encoding $form "$tmp/pairs" >"$tmp/got" 2>/dev/null
			tanzaku-decode -f $encoding $form "$tmp/pairs" 2>/dev/null | cmp - "$tmp/got" || failed=1
		done
	done
	"$tmp/$1" -H "$top"/samples/*.txt "$tmp/long" >"$tmp/got"
	tanzaku-decode -H "$top"/samples/*.txt "$tmp/long" | cmp - "$tmp/got" || failed=1
	echo "$1: the same"
done
exit $failed
