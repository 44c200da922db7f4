# Makefile - build, test and install tanzaku; settings are in config.mk
include config.mk

# A filter is the folder filters/NAME, its program filters/NAME/NAME.c; see filters/README.md. Those of the chain have
# filters/stream/main.c for their main, and are linked into one program as well, which is `convert`.
# What each links beyond libc:
CHAIN = decode split legend outline table status date agency json
FILTERS = $(CHAIN) csv html text restore convert batch
LIBS_decode = $(ICONV_LIBS)
LIBS_split = $(PCRE2_LIBS) $(UTF8PROC_LIBS) $(XML)
LIBS_html = $(UTF8PROC_LIBS) $(XML)
LIBS_legend = $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_outline = $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_table = $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_status = $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_date = $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_agency = $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_json = $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_csv = $(ICONV_LIBS) $(PCRE2_LIBS) $(UTF8PROC_LIBS)
LIBS_restore = $(ICONV_LIBS)
LIBS_batch = $(XXHASH_LIBS) -pthread
LIBS_convert = $(XML) $(ICONV_LIBS) $(PCRE2_LIBS) $(UTF8PROC_LIBS)

PROGRAMS = $(FILTERS:%=$(BUILD)/tanzaku-%) $(BUILD)/tanzaku-remote $(BUILD)/tanzaku-mime $(BUILD)/tanzaku
MANUALS = $(wildcard filters/*/*.[157])
RULES = $(wildcard filters/words/*.tsv)
SOURCES = $(filter-out filters/stream/main.c $(foreach f,$(FILTERS),filters/$f/$f.c),$(wildcard filters/*/*.c))
LIBOBJS = $(SOURCES:filters/%.c=$(BUILD)/%.o) $(RULES:filters/words/%.tsv=$(BUILD)/rules/%.o) \
	$(BUILD)/rules/schema.o $(BUILD)/gen/jistab.o
COMPILE = $(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -DTANZAKU_VERSION='"$(VERSION)"' \
	$(WARNINGS) $(CFLAGS) $(LTO) $(CPPFLAGS) $(XML_CFLAGS) -Ifilters -MMD -MP
# the other programs are linked from the same objects as they are, which takes no time
$(BUILD)/tanzaku-convert: LINK = $(CFLAGS) $(LTO)
LINK = $(CFLAGS) $(if $(LTO),-fno-lto)

# libxml2 is loaded when a page comes: filters/html/library.h
XML = $(if $(XML_LIBRARY),-ldl,$(XML_LIBS))
$(BUILD)/html/library.o: COMPILE += $(if $(XML_LIBRARY),-DXML_LIBRARY='"$(XML_LIBRARY)"')

# CHECK=1: quick paths and kept answers beside what they stand for, and an end where they differ (base/check.h)
COMPILE += $(if $(CHECK),-DTZ_CHECK)

# One line a step, none with -s; V=1 shows the commands.
Q = $(if $(V),,@)
say = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@echo '  $(1)')

all: $(PROGRAMS)

$(BUILD)/tanzaku: scripts/tanzaku
	@mkdir -p $(@D)
	$(call say,COPY $@)
	$(Q)cp scripts/tanzaku $@

$(BUILD)/tanzaku-remote $(BUILD)/tanzaku-mime: $(BUILD)/tanzaku-%: scripts/%
	@mkdir -p $(@D)
	$(call say,COPY $@)
	$(Q)sed 's/@VERSION@/$(VERSION)/' $< >$@
	$(Q)chmod +x $@

$(FILTERS:%=$(BUILD)/tanzaku-%): $(BUILD)/tanzaku-%: $(BUILD)/libtanzaku.a
	$(call say,LINK $@)
	$(Q)$(CC) $(LINK) $(LDFLAGS) -o $@ $(filter %.o,$^) $(BUILD)/libtanzaku.a $(LIBS_$*)

# filters by filter.h, each of which is a program with that main
ALONE = $(CHAIN) csv html
$(ALONE:%=$(BUILD)/tanzaku-%): $(BUILD)/tanzaku-%: $(BUILD)/main/%.o
$(foreach f,$(FILTERS),$(eval $(BUILD)/tanzaku-$f: $(BUILD)/$f/$f.o))
$(BUILD)/tanzaku-convert: $(foreach f,$(ALONE),$(BUILD)/$f/$f.o)

$(ALONE:%=$(BUILD)/main/%.o): $(BUILD)/main/%.o: filters/stream/main.c
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(Q)$(COMPILE) -DFILTER=$*_filter $(if $(filter split,$*),-DPAGES=html_pages) -c -o $@ $<

# q, not r: rooms may hold files of one name
$(BUILD)/libtanzaku.a: $(LIBOBJS)
	@rm -f $@
	$(call say,AR $@)
	$(Q)$(AR) qcs $@ $(LIBOBJS)

$(BUILD)/%.o: filters/%.c
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(Q)$(COMPILE) -c -o $@ $<

# All that are compiled, and no program: what scripts/walls looks at.
objects: $(LIBOBJS) $(foreach f,$(FILTERS),$(BUILD)/$f/$f.o)

# Helpers of the tests: one program a source file.
tools: $(patsubst tests/lib/%.c,$(BUILD)/tests/%,$(wildcard tests/lib/*.c)) $(BUILD)/tests/fault.so

$(BUILD)/tests/fault.so: tests/fault/fault.c
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(Q)$(CC) -std=c11 $(WARNINGS) -O1 -g $(if $(findstring sanitize,$(CFLAGS)),-DNO_MALLOC) -shared -fPIC -o $@ $< -ldl

$(BUILD)/tests/%: tests/lib/%.c $(BUILD)/libtanzaku.a
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(Q)$(COMPILE) -o $@ $< $(BUILD)/libtanzaku.a $(JANSSON_LIBS) $(XXHASH_LIBS) $(ICONV_LIBS) $(PCRE2_LIBS) $(UTF8PROC_LIBS)

# the Japanese character sets as tables of C, and what their characters cost: see filters/encoding/gen
GEN = filters/encoding/gen
$(BUILD)/gen/mktables $(BUILD)/gen/mkcosts: $(BUILD)/gen/%: $(GEN)/%.c $(GEN)/text.c $(GEN)/text.h
	@mkdir -p $(@D)
	$(call say,CC $@)
	$(Q)$(COMPILE) -o $@ $(filter %.c,$^)

$(BUILD)/gen/jistab.c: $(BUILD)/gen/mktables $(BUILD)/gen/mkcosts $(wildcard $(GEN)/*.txt)
	$(call say,MAKE $@)
	$(Q)$(BUILD)/gen/mktables $(GEN)/jisx0208.txt $(GEN)/jisx0212.txt >$@
	$(Q)$(BUILD)/gen/mkcosts $(addprefix $(GEN)/,jisx0208.txt frequent.txt kanji.txt kana.txt pairs.txt) >>$@

$(BUILD)/gen/jistab.o: $(BUILD)/gen/jistab.c
	$(call say,CC $@)
	$(Q)$(COMPILE) -c -o $@ $<

$(BUILD)/rules/%.c: filters/words/%.tsv scripts/embed
	@mkdir -p $(@D)
	$(call say,EMBED $@)
	$(Q)scripts/embed $* $< >$@

$(BUILD)/rules/schema.c: filters/json/tanzaku.schema.json scripts/embed
	@mkdir -p $(@D)
	$(call say,EMBED $@)
	$(Q)scripts/embed schema $< >$@

$(BUILD)/rules/%.o: $(BUILD)/rules/%.c
	$(call say,CC $@)
	$(Q)$(COMPILE) -c -o $@ $<

.SECONDARY:
.DELETE_ON_ERROR:
-include $(wildcard $(BUILD)/*/*.d)

demo: all
	@scripts/demo $(BUILD)

# The cases, then the larger proofs; tests/run prints TAP and ends with "N passed, N failed".
check: all tools
	@TANZAKU_BIN=$(BUILD) tests/run

# The full form of the tests of batch and its surroundings: services, faults, other machines. Needs root.
check-all: all tools
	@TANZAKU_BIN=$(BUILD) tests/blind/run
	@TANZAKU_BIN=$(BUILD) tests/csv/run
	@TANZAKU_BIN=$(BUILD) tests/pdf/run
	@TANZAKU_BIN=$(BUILD) tests/batch/all

asan:
	$(MAKE) BUILD=build-asan CFLAGS='$(SANITIZE)' LTO= check

lint:
	scripts/lint

bench: all tools
	tests/bench/run $(BUILD) $(PEER)

bench-batch: all tools
	tests/bench/batch $(BUILD)

dist:
	@mkdir -p $(BUILD)
	git archive --prefix=tanzaku-$(VERSION)/ -o $(BUILD)/tanzaku-$(VERSION).tar.gz HEAD

install: all
	mkdir -p $(DESTDIR)$(BINDIR) $(DESTDIR)$(DATADIR)/rules
	install -m 755 $(PROGRAMS) $(DESTDIR)$(BINDIR)
	install -m 644 $(RULES) $(DESTDIR)$(DATADIR)/rules
	install -m 644 filters/json/tanzaku.schema.json $(DESTDIR)$(DATADIR)
	for n in 1 5 7; do mkdir -p $(DESTDIR)$(MANDIR)/man$$n && \
		install -m 644 filters/*/*.$$n $(DESTDIR)$(MANDIR)/man$$n || exit 1; done

uninstall:
	cd $(DESTDIR)$(BINDIR) && rm -f $(notdir $(PROGRAMS))
	rm -rf $(DESTDIR)$(DATADIR)
	for page in $(notdir $(MANUALS)); do rm -f $(DESTDIR)$(MANDIR)/man*/$$page; done

clean:
	rm -rf $(BUILD) build-asan build-clang

.PHONY: all objects tools demo check check-all asan lint bench bench-batch install uninstall clean dist
