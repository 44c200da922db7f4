/*
 * library.h - libxml2's push parser for HTML, loaded when the first page comes
 *
 * It brings ICU and the library of C++ with it: to load and relocate those took longer than all else that a filter does
 * at its start, and two megabytes of each process, for documents of which hardly one is a page. XML_LIBRARY is the name
 * that the linker knows it by (scripts/probe-xml); without one, programs are linked to it, and it is there from the start.
 */
#ifndef TZ_HTML_LIBRARY_H
#define TZ_HTML_LIBRARY_H

#include <libxml/HTMLparser.h>

/* What is used of it, each by its name there. */
struct html_library {
	htmlParserCtxtPtr (*create)(htmlSAXHandlerPtr sax, void *user, const char *chunk, int n, const char *name, xmlCharEncoding enc);
	int (*use_options)(htmlParserCtxtPtr parser, int options);
	int (*parse)(htmlParserCtxtPtr parser, const char *chunk, int n, int last);
	void (*free)(htmlParserCtxtPtr parser);
};

/* Fills in L, which is {0} before the first call. Ends the program where it cannot be loaded. */
void html_library_load(struct html_library *l);

#endif
