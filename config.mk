# config.mk - what a packager may want to change; nothing else needs editing
VERSION = 0.1.0

PREFIX = /usr/local
BINDIR = $(PREFIX)/bin
MANDIR = $(PREFIX)/share/man
DATADIR = $(PREFIX)/share/tanzaku

CC = gcc
# -O3: convert takes some 8 % less time than with -O2.
CFLAGS = -O3 -g
# tanzaku-convert holds all filters of the chain: optimised as a whole, it takes a tenth less time. Empty: it is not.
LTO := $(shell CC='$(CC)' AR='$(AR)' scripts/probe-lto)
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wmissing-prototypes

SANITIZE = -O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

# where objects and programs go; `make BUILD=…` keeps two builds side by side
BUILD = build

PCRE2_LIBS = -lpcre2-8
JANSSON_LIBS = -ljansson
UTF8PROC_LIBS = -lutf8proc
# HTML: where its headers are differs from system to system
XML_CFLAGS := $(shell pkg-config --cflags libxml-2.0 2>/dev/null || echo -I/usr/include/libxml2)
XML_LIBS = -lxml2
# by this name it is loaded when a page comes; empty: programs are linked to it
XML_LIBRARY := $(shell CC='$(CC)' XML_LIBS='$(XML_LIBS)' scripts/probe-xml)
XXHASH_LIBS = -lxxhash
# empty where iconv(3) is part of the C library, -liconv where it is GNU libiconv's
ICONV_LIBS := $(shell CC='$(CC)' scripts/probe-iconv)
