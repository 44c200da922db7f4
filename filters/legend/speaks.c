/* speaks.c - what entries speak of; see legend/speaks.h */
#include "legend/speaks.h"

#include <string.h>

#include "legend/rules.h"

struct of_text {
	size_t n;
	unsigned long line;
};

static void
begin(struct pending *p)
{
	buf_clear(&p->texts);
	p->asked = p->yes = 0;
}

void
speaks_begin(struct speaks *s)
{
	begin(&s->states);
	begin(&s->speeches);
	begin(&s->words);
}

void
pending_add(struct pending *p, struct slice text)
{
	struct of_text of = {text.n, legend_at.line};

	buf_add(&p->texts, (const char *)&of, sizeof(of));
	buf_adds(&p->texts, text);
}

/* How many of the texts IS is true of: the same one each time. */
static size_t
count(struct pending *p, int is(struct slice))
{
	unsigned long line = legend_at.line;
	struct of_text of;

	if (p->asked == p->texts.n)
		return p->yes;
	for (; p->asked < p->texts.n; p->asked += sizeof(of) + of.n) {
		memcpy(&of, p->texts.p + p->asked, sizeof(of));
		legend_at_line(of.line);
		p->yes += is((struct slice){p->texts.p + p->asked + sizeof(of), of.n}) != 0;
	}
	legend_at_line(line);
	return p->yes;
}

static int
is_speech(struct slice meaning)
{
	return has(legend_rules.speech, meaning);
}

size_t
speaks_of_states(struct speaks *s)
{
	return count(&s->states, speaks_of_state);
}

size_t
speaks_by_words(struct speaks *s)
{
	return count(&s->words, speaks_of_state);
}

size_t
speaks_of_speech(struct speaks *s)
{
	return count(&s->speeches, is_speech);
}
