/* doc.c - the document at hand; see doc.h */
#include "split/doc.h"

#include "base/utf8.h"
#include "stream/esc.h"
#include "stream/out.h"

void
doc_begin(struct docpos *d, struct slice name)
{
	buf_clear(&d->name);
	unesc(&d->name, name);
	buf_addc(&d->name, '\0');
	d->line = 0;
	d->row = 0;
}

struct place
doc_here(const struct docpos *d)
{
	return (struct place){slice_of(&d->name).p, d->line, 0};
}

void
doc_note(const struct docpos *d, struct slice fields)
{
	const char *tab = memchr(fields.p, '\t', fields.n);
	size_t n = tab ? (size_t)(tab - fields.p) : fields.n;

	outs((struct slice){fields.p, n});
	outc('\t');
	outu(d->line);
	outs((struct slice){fields.p + n, fields.n - n});
	outc('\n');
}

void
doc_take(struct docpos *d, struct lines *in, size_t n)
{
	struct line l;

	while (n-- && lines_next(in, &l)) {
		if (l.kind == LINE_TEXT)
			d->line++;
		else
			doc_note(d, l.text);
	}
}

void
doc_count(struct docpos *d, const struct line *l)
{
	if (!l->again) {
		d->line++;
		d->pieces = 0;
	}
	d->column = d->pieces + 1;
	if (l->cut)
		d->pieces += utf8_count(l->text.p, l->text.n);
}
