/* declared.c - what a web page says that its encoding is; see decode/declared.h */
#include "decode/declared.h"

#include <string.h>
#include <strings.h>

#include "decode/labels.h"

enum { PRESCAN = 1024, NAME = 16, VALUE = 256 };

/* The bytes of the page that are not yet read. */
struct unscanned {
	const char *p, *end;
};

static int
is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static int
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
begins(const struct unscanned *s, const char *text)
{
	size_t n = strlen(text);

	return (size_t)(s->end - s->p) >= n && strncasecmp(s->p, text, n) == 0;
}

/* Goes to the first TEXT from FROM bytes on, and behind it; to the end if it is not there. */
static void
go_behind(struct unscanned *s, size_t from, const char *text)
{
	s->p += from < (size_t)(s->end - s->p) ? from : (size_t)(s->end - s->p);
	while (s->p < s->end && !begins(s, text))
		s->p++;
	s->p += s->p < s->end ? strlen(text) : 0;
}

/* An attribute. What does not fit is left out: none that is looked for is so long. */
struct attribute {
	char name[NAME], value[VALUE];
};

static void
add(char *to, size_t room, char c)
{
	size_t n = strlen(to);

	if (n + 1 < room) {
		to[n] = c;
		to[n + 1] = '\0';
	}
}

static void
take_value(struct unscanned *s, char *to)
{
	char quote = 0;

	if (s->p < s->end && (*s->p == '"' || *s->p == '\''))
		quote = *s->p++;
	for (; s->p < s->end; s->p++) {
		if (quote ? *s->p == quote : is_space(*s->p) || *s->p == '>')
			break;
		add(to, VALUE, *s->p);
	}
	if (quote && s->p < s->end)
		s->p++;
}

/* The next attribute of the tag; 0 if it has no further one. HTML Standard, 13.2.3.2: get an attribute. */
static int
next_attribute(struct unscanned *s, struct attribute *a)
{
	*a = (struct attribute){{0}, {0}};
	while (s->p < s->end && (is_space(*s->p) || *s->p == '/'))
		s->p++;
	if (s->p == s->end || *s->p == '>')
		return 0;
	for (; s->p < s->end && !is_space(*s->p) && *s->p != '/' && *s->p != '>'; s->p++) {
		if (*s->p == '=' && *a->name)
			break;
		add(a->name, NAME, *s->p);
	}
	while (s->p < s->end && is_space(*s->p))
		s->p++;
	if (s->p == s->end || *s->p != '=')
		return 1;
	for (s->p++; s->p < s->end && is_space(*s->p);)
		s->p++;
	take_value(s, a->value);
	return 1;
}

/* What follows charset= in CONTENT: the algorithm of the HTML Standard, 2.4.4. Returns its encoding, or NULL. */
static const char *
encoding_in_content(const char *content)
{
	struct unscanned s = {content, content + strlen(content)};
	char label[VALUE] = "";
	char quote;

	do {
		go_behind(&s, 0, "charset");
		while (s.p < s.end && is_space(*s.p))
			s.p++;
	} while (s.p < s.end && *s.p != '=');
	if (s.p == s.end)
		return NULL;
	for (s.p++; s.p < s.end && is_space(*s.p);)
		s.p++;
	quote = s.p < s.end && (*s.p == '"' || *s.p == '\'') ? *s.p++ : '\0';
	if (quote && !memchr(s.p, quote, (size_t)(s.end - s.p)))
		return NULL;
	for (; s.p < s.end && (quote ? *s.p != quote : !is_space(*s.p) && *s.p != ';'); s.p++)
		add(label, VALUE, *s.p);
	return label_encoding(label);
}

/* What the meta element says, whose attributes come next; NULL: nothing that counts. Of two attributes of one name the first
 * is one. */
static const char *
encoding_of_meta(struct unscanned *s)
{
	enum { HTTP_EQUIV = 1, CHARSET = 2, CONTENT = 4 };
	const char *charset = NULL, *content = NULL;
	struct attribute a;
	int pragma = 0, seen = 0;

	while (next_attribute(s, &a)) {
		if (strcasecmp(a.name, "http-equiv") == 0 && !(seen & HTTP_EQUIV)) {
			seen |= HTTP_EQUIV;
			pragma = strcasecmp(a.value, "content-type") == 0;
		} else if (strcasecmp(a.name, "charset") == 0 && !(seen & CHARSET)) {
			seen |= CHARSET;
			charset = label_encoding(a.value);
		} else if (strcasecmp(a.name, "content") == 0 && !(seen & CONTENT)) {
			seen |= CONTENT;
			content = encoding_in_content(a.value);
		}
	}
	if (s->p == s->end) /* it goes on behind what is looked at */
		return NULL;
	return seen & CHARSET ? charset : pragma ? content : NULL;
}

/* Passes over the tag or the comment that begins at the < at hand, or that; at a meta element, what that says. */
static const char *
step(struct unscanned *s)
{
	struct attribute a;

	if (begins(s, "<!--")) {
		go_behind(s, 2, "-->"); /* <!--> is a whole one */
	} else if (begins(s, "<meta") && s->end - s->p > 5 && (is_space(s->p[5]) || s->p[5] == '/')) {
		s->p += 5;
		return encoding_of_meta(s);
	} else if (s->end - s->p > 2 && *s->p == '<' && (is_letter(s->p[1]) || (s->p[1] == '/' && is_letter(s->p[2])))) {
		while (s->p < s->end && !is_space(*s->p) && *s->p != '>')
			s->p++;
		while (next_attribute(s, &a)) /* a > in a value does not end it */
			;
	} else if (begins(s, "<!") || begins(s, "</") || begins(s, "<?")) {
		go_behind(s, 2, ">");
	} else {
		s->p++; /* a < of its own */
	}
	return NULL;
}

/* What an XML declaration says, where no meta element says anything. */
static const char *
encoding_of_xml(struct unscanned s)
{
	struct attribute a;

	if (!begins(&s, "<?xml"))
		return NULL;
	for (s.p += strlen("<?xml"); next_attribute(&s, &a);)
		if (strcmp(a.name, "encoding") == 0)
			return label_encoding(a.value);
	return NULL;
}

const char *
declared(const unsigned char *p, size_t n)
{
	const char *const begin = (const char *)p, *encoding = NULL;
	struct unscanned s = {begin, begin + (n < PRESCAN ? n : PRESCAN)}, page = s;

	/* each step begins at a <, before which there is nothing to it: in text, most often, there is none */
	while (!encoding && s.p < s.end && (s.p = memchr(s.p, '<', (size_t)(s.end - s.p))))
		encoding = step(&s);
	encoding = encoding ? encoding : encoding_of_xml(page);
	/* neither is a way of writing ASCII: who could read the words was wrong about it */
	if (encoding && strcmp(encoding, "UTF-16") == 0)
		return "UTF-8";
	return encoding && *encoding ? encoding : NULL;
}
