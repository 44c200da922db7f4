/* library.c - libxml2, when it is needed; see library.h */
#include "html/library.h"

#ifdef XML_LIBRARY
#include <dlfcn.h>
#include <string.h>

#include "stream/msg.h"

/* Through memory: C knows no conversion from a pointer to a function (POSIX, dlsym). */
static void
find(void *library, const char *name, void *pointer)
{
	void *found = dlsym(library, name);

	if (!found)
		die("web pages cannot be read: %s", dlerror());
	memcpy(pointer, &found, sizeof(found));
}

void
html_library_load(struct html_library *l)
{
	void *library;

	if (l->parse)
		return;
	library = dlopen(XML_LIBRARY, RTLD_LAZY | RTLD_LOCAL);
	if (!library)
		die("web pages cannot be read: %s", dlerror());
	find(library, "htmlCreatePushParserCtxt", &l->create);
	find(library, "htmlCtxtUseOptions", &l->use_options);
	find(library, "htmlFreeParserCtxt", &l->free);
	find(library, "htmlParseChunk", &l->parse);
}
#else
void
html_library_load(struct html_library *l)
{
	*l = (struct html_library){htmlCreatePushParserCtxt, htmlCtxtUseOptions, htmlParseChunk, htmlFreeParserCtxt};
}
#endif
