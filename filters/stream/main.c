/* main.c - one filter, FILTER, as a program */
#include <unistd.h>

#include "stream/filter.h"
#include "stream/pages.h"

#ifdef PAGES
extern const struct pages PAGES;
#endif

int
main(int argc, char **argv)
{
#ifdef PAGES
	pages = &PAGES;
#endif
	argc = filter_options(&FILTER, argc, argv);
	filter_begin(&FILTER);
	filter_inputs(&FILTER, argc - optind, argv + optind);
	filter_end(&FILTER);
	return (int)status_now();
}
