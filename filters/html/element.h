/*
 * element.h - what an element of HTML does to the text in it, as far as that shows
 */
#ifndef TZ_HTML_ELEMENT_H
#define TZ_HTML_ELEMENT_H

enum element {
	ELEMENT_INLINE, /* nothing */
	ELEMENT_HIDDEN, /* what is in it is not shown, or is not the page's text */
	ELEMENT_BLOCK,  /* stands on lines of its own */
	ELEMENT_HEADING,
	ELEMENT_ITEM,
	ELEMENT_PRE,
	ELEMENT_BREAK,
	ELEMENT_IMAGE,
	ELEMENT_STRUCK, /* is no longer so */
	ELEMENT_FORM,
	ELEMENT_TABLE,
	ELEMENT_CAPTION,
	ELEMENT_HEAD, /* <thead>, not <head> */
	ELEMENT_GROUP,
	ELEMENT_ROW,
	ELEMENT_CELL
};

/* NAME in lower case. */
enum element element_named(const char *name);
/* Is it hidden by its attributes, name and value in turn, up to NULL? */
int element_is_hidden(const char *const *attributes);
/* The value of an attribute, or NULL. */
const char *element_attribute(const char *const *attributes, const char *name);
/* The number that attribute NAME has, from 1 to MOST; 0 counts as ZERO. */
unsigned element_number(const char *const *attributes, const char *name, unsigned zero, unsigned most);

#endif
