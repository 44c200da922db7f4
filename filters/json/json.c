/* tanzaku-json - records as a tree of JSON, or as a line of JSON for each row; see tanzaku-json(1) */
#include <string.h>

#include "base/blank.h"
#include "base/decimal.h"
#include "stream/filter.h"
#include "json/headnode.h"
#include "json/looks.h"
#include "stream/jw.h"
#include "json/nodes.h"
#include "stream/out.h"
#include "stream/recshape.h"
#include "stream/row.h"
#include "json/rowjson.h"
#include "stream/stage.h"
#include "stream/trailer.h"
#include "stream/warn.h"

static int dflag, lflag;
static struct scene scene;
static enum node node; /* the one begun last, which waits for its annotations */

static struct {
	int begun, failed, final;
	int any;         /* it has a line */
	int deep;        /* it was said that it nests too deep */
	int page;        /* it is a web page: its text stands in `page` annotations */
	struct buf name; /* for messages: ends in NUL */
	struct buf json; /* what the lines of its rows begin with */
	struct buf field; /* the name as a field */
	struct kinds_seen kinds;
	struct likeness looks; /* up to its first row */
	struct trailer trailer;
	unsigned long from; /* bytes that were written before */
} doc;

/* Where no node is open, what was noted waits for the next one. */
static void
end_node(void)
{
	if (node == NO_NODE)
		return;
	if (!lflag)
		node_end(&scene, node);
	else if (node == ROW) {
		notes_write_row(&scene.tree.w, &scene.notes);
		jw_lit(&scene.tree.w, "}\n");
	}
	node = NO_NODE;
	notes_clear(&scene.notes);
	tree_flush(&scene.tree, 0);
}

/* Documents */

static void
end_tree(void)
{
	struct pos end = scene.end;

	headnode_release(&scene);
	if (doc.failed && !scene.tree.level[0].filled)
		node_error(&scene, slice_z(""), slice_z(""));
	if (!doc.failed && doc.any && doc.final)
		end = (struct pos){end.line + 1, 1};
	tree_end(&scene.tree, end);
}

/* Bytes of JSON, of all documents. */
static unsigned long
written(void)
{
	return scene.tree.flushed + scene.tree.w.n;
}

static void need_node(void);

/* The last node of a document that has text and no row gets the warning. */
static void
say_no_rows(void)
{
	const char *so, *try;
	unsigned long n;
	int table = looks_like(&doc.looks, &n, &so, &try);

	need_node();
	scene.place.line = 0;
	notes_say(&scene.notes, table ? MSG_NO_ROWS : MSG_NO_ROWS_HERE, scene.place, n, so, try);
}

static void
end_document(void)
{
	if (!doc.begun)
		return;
	if (!doc.failed && doc.trailer.rows == 0 && doc.looks.lines)
		say_no_rows();
	end_node();
	if (!lflag)
		end_tree();
	doc.trailer.bytes = written() - doc.from;
	if (dflag)
		trailer_write(&scene.tree.w, &doc.trailer, slice_of(&doc.field), doc.failed, stage->said);
	say_enddoc(doc.name.p);
	doc.begun = 0;
}

static void
begin_document(const struct rec *r)
{
	const struct slice *fields;

	end_document();
	notes_clear(&scene.notes);
	rec_fields(r, &scene.fields);
	fields = scene.fields.f;
	cols_see(&scene.cols, r);
	doc.begun = 1;
	doc.failed = slice_eq(fields[DOC_ENCODING], slice_z("-"));
	doc.final = !slice_eq(fields[DOC_FINAL], slice_z("no"));
	doc.any = doc.deep = doc.page = 0;
	kinds_forget(&doc.kinds);
	looks_begin(&doc.looks);
	trailer_begin(&doc.trailer);
	doc.from = written();
	buf_clear(&doc.field);
	buf_adds(&doc.field, fields[DOC_NAME]);
	buf_clear(&doc.name);
	unesc(&doc.name, fields[DOC_NAME]);
	buf_addc(&doc.name, '\0');
	buf_clear(&doc.json);
	jw_lit(&doc.json, "{\"doc\":");
	jw_field(&doc.json, fields[DOC_NAME]);
	jw_key(&doc.json, "line");
	scene.start = scene.end = (struct pos){1, 1};
	scene.place = (struct place){doc.name.p, 0, 0};
	tree_begin(&scene.tree);
	scene.tree.silent = lflag;
	if (!lflag)
		node_root(&scene, fields, doc.failed);
	node = doc.failed ? NO_NODE : ROOT;
}

/* Records that were cut out of a stream, by grep for instance, still make a document. */
static void
need_document(void)
{
	static const char standard[] = "doc\t0\t-\tUTF-8\tno\tlf\tyes";
	struct rec r;

	if (doc.begun)
		return;
	rec_parse(&r, slice_z(standard));
	begin_document(&r);
}

/* Something is about to be noted. An empty line, which is no node else, becomes one for it. */
static void
need_node(void)
{
	need_document();
	if (node != EMPTY || lflag)
		return;
	node_text(&scene, K_TEXT, slice_z(""));
	node = TEXT;
}

static void
malformed(const char *what)
{
	need_node();
	notes_say(&scene.notes, MSG_BAD_RECORD, scene.place, what);
}


/* Text kinds */

/* Where the record's text begins: behind the one before it if they share a line. */
static void
place_record(const struct rec *r)
{
	unsigned long line = r->line ? r->line : 1;

	if (line < scene.end.line) {
		malformed("its line number goes back; put behind the record before it");
		line = scene.end.line;
	}
	if (line > scene.end.line)
		scene.end = (struct pos){line, 1};
	scene.start = scene.end;
	scene.place.line = line;
	doc.any = 1;
}

static struct pos
after(struct pos p, struct slice fields)
{
	return lflag ? pos_line_after(p, fields) : pos_after(p, fields);
}

/* The parts of a heading or a legend's entry join as they are, cells with tabs between them. */
static void
place_end(const struct rec *r)
{
	size_t i = r->kind == K_HEAD ? HEAD_BEFORE : 0;

	if (doc.page)
		scene.end = scene.start;
	else if (lflag && r->kind == K_ROW && !(rec_row(r)->has & ROW_ESCAPE))
		scene.end = scene.start;
	else if (lflag || (r->kind != K_HEAD && r->kind != K_LEGEND))
		scene.end = after(scene.start, r->rest);
	else
		for (; i < scene.fields.n; i++)
			scene.end = pos_after(scene.end, scene.fields.f[i]);
}

static void
head_record(const struct rec *r)
{
	int plain = !(rec_row(r)->has & (ROW_ESCAPE | ROW_QUOTE));
	unsigned long depth = field_number(scene.fields.f[HEAD_DEPTH]);

	node = SECTION;
	if (!tree_room(&scene.tree, depth) && !doc.deep++)
		notes_say(&scene.notes, MSG_DEPTH_LIMIT, scene.place, (unsigned long)SECTIONS_DEEP);
	if (lflag)
		tree_enter(&scene.tree, depth, scene.start, scene.fields.f, plain);
	else
		node_section(&scene, depth, plain);
}

static void
text_record(const struct rec *r)
{
	if (r->kind == K_RULE ? scene.tree.group == LEGEND : r->kind == K_CODE || !blank_field(r->rest))
		tree_group(&scene.tree, NO_GROUP, scene.start);
	node = r->rest.n || scene.notes.any || r->kind != K_TEXT ? TEXT : EMPTY;
	if (node == TEXT && !lflag)
		node_text(&scene, r->kind, r->rest);
}

/* A rule below a header waits with it; any other one is a node among the rows. */
static void
rule_record(const struct rec *r)
{
	if (!lflag && headnode_rule(&scene, r))
		node = HEAD_RULE;
	else
		text_record(r);
}

/* A row of JSON Lines, up to the annotations. */
static void
line_row(const struct rec *r)
{
	static struct decimal number;
	struct buf *w = &scene.tree.w;
	char *d;

	buf_adds(w, slice_of(&doc.json));
	decimal_add(w, &number, scene.start.line);
	node_row_id(&scene, r);
	d = jw_room(w, sizeof(",\"path\":[]") + scene.tree.path.n);
	d = jw_copy(JW_COPY(d, ",\"path\":["), slice_of(&scene.tree.path));
	w->n = (size_t)(JW_COPY(d, "]") - w->p);
	row_cells(w, &scene.cols, r);
	tree_row_settle(&scene.tree);
}

static void
node_record(const struct rec *r)
{
	switch (r->kind) {
	case K_HEAD:
		head_record(r);
		return;
	case K_TEXT:
	case K_CODE:
		text_record(r);
		return;
	case K_RULE:
		rule_record(r);
		return;
	case K_ROW:
		node = ROW;
		doc.trailer.rows++;
		if (lflag)
			line_row(r);
		else
			node_row(&scene, r);
		return;
	default:
		node = r->kind == K_COLS ? TABLE_HEAD : ITEM;
	}
	if (!lflag && node == ITEM)
		node_item(&scene);
	else if (!lflag)
		headnode_hold(&scene, r);
}

static void
text_kind(const struct rec *r)
{
	struct rec text;

	need_document();
	end_node();
	if (r->kind != K_COLS && r->kind != K_RULE)
		headnode_release(&scene);
	place_record(r);
	if (!rec_well_formed(r, &scene.fields)) {
		malformed("its fields are not those of its kind, kept as text");
		rec_as_text(&text, r, &scene.tmp);
		r = &text;
	}
	cols_see(&scene.cols, r);
	place_end(r);
	if (doc.trailer.rows == 0 && r->kind != K_ROW && r->kind != K_RULE)
		looks_line(&doc.looks, r->rest);
	node_record(r);
}

/* The names of a header of several rows; or the rows from here on have other columns: another table, whose header
 * stands elsewhere or nowhere. */
static void
names_record(const struct rec *r)
{
	need_document();
	end_node();
	cols_see(&scene.cols, r);
	if (headnode_join(&scene, r->line))
		return;
	headnode_release(&scene);
	tree_group(&scene.tree, NO_GROUP, scene.end);
}

/* Other records */

static void
grade_record(const struct rec *r)
{
	if (rec_fields(r, &scene.fields) == 2 && node == ITEM)
		node_grade(scene.fields.f[0], field_number(scene.fields.f[1]));
	else
		malformed("a grade without its legend, left out");
}

/* Of a header that is held, or of the names of a table that is not begun before its first row. */
static void
roles_record(const struct rec *r)
{
	cols_see(&scene.cols, r);
	headnode_roles(&scene);
}

/* The text of the node at hand, not that of its cells, ends at END. */
static void
end_of_source(struct pos end)
{
	scene.end = end;
	if (node != TABLE_HEAD)
		scene.tree.end = end;
	else if (!lflag)
		headnode_end(end);
}

static void
note(const struct rec *r)
{
	if (!notes_add(&scene.notes, r, node == ROW || node == TABLE_HEAD ? &scene.cols : NULL))
		malformed("an annotation that lacks fields, left out");
}

/* Lines of a page, behind those that the node has already. */
static void
page_record(const struct rec *r)
{
	struct pos from = scene.start;

	if (r->line == 0) {
		doc.page = 1;
		if (!lflag && node == ROOT)
			jw_member(&scene.tree.w, "page", r->rest);
		return;
	}
	if (lflag)
		return;
	need_node();
	if (scene.notes.paged)
		from = scene.notes.page_goes_on ? scene.end : (struct pos){scene.end.line + 1, 1};
	rec_fields(r, &scene.fields);
	end_of_source(pos_after(from, scene.fields.f[0]));
	note(r);
}

/* For the trailer. Of a document whose end is missing, that is what it must say. */
static void
json_warning(const struct rec *r)
{
	if (is_warn(r, MSG_READ_FAILED) || is_warn(r, MSG_CANNOT_READ))
		doc.trailer.failed = 1;
	trailer_warning(&doc.trailer, r->line, scene.fields.f[0], scene.fields.f[1]);
}

static void
annotation(const struct rec *r)
{
	need_document();
	if (dflag && r->kind == K_WARN && rec_fields(r, &scene.fields) == 2)
		json_warning(r);
	if (doc.failed && r->kind == K_WARN && node == NO_NODE) {
		if (rec_fields(r, &scene.fields) == 2 && !lflag)
			node_error(&scene, scene.fields.f[0], scene.fields.f[1]);
	} else if (r->kind == K_ROLES)
		roles_record(r);
	else if (r->kind == K_PAGE)
		page_record(r);
	else if (r->kind == K_GRADE)
		grade_record(r);
	else if (!lflag || node == ROW) {
		need_node();
		if (r->kind == K_SOURCE) /* its text, not that of the cells, is what the document has */
			end_of_source(after(scene.start, r->rest));
		note(r);
	}
}

static void
unknown_record(const struct rec *r)
{
	struct slice kind = rec_kind_name(r);

	need_node();
	if (kind.n == 0 || r->kind == K_DOC)
		malformed("kind, line number or fields are missing, left out");
	else if (kind_first_seen(&doc.kinds, kind))
		notes_say(&scene.notes, MSG_UNKNOWN_KIND, scene.place, (int)kind.n, kind.p);
	else
		raise_status(LOSSY);
}

static void
record(const struct rec *r)
{
	if (r->kind == K_LABELS)
		return; /* `names` has them */
	if (r->kind == K_NAMES)
		names_record(r);
	else if (is_text_kind(r->kind))
		text_kind(r);
	else if (r->kind == K_DOC && is_doc(rec_fields(r, &scene.fields)))
		begin_document(r);
	else if (r->kind == K_OTHER || r->kind == K_DOC)
		unknown_record(r);
	else
		annotation(r);
}

/* Else all of the output would be no JSON. */
static void
mended(const struct rec *r)
{
	struct rec good;

	rec_repair(&good, r, &scene.repaired);
	record(&good);
	need_node();
	notes_say(&scene.notes, MSG_NOT_UTF8, scene.place);
}

static int cut; /* the last record was part of one that is too long */

/* Of a record that is too long, which comes in pieces, rec_read has said so. */
static void
one_record(const struct rec *r)
{
	if (r->cut || cut)
		cut = r->cut;
	else if (is_utf8(r->raw))
		record(r);
	else
		mended(r);
}

static void
annotations(const struct added *a)
{
	size_t i;

	if (node == ROW && !cut && a->kind != K_GRADE) {
		notes_add_all(&scene.notes, a, &scene.cols);
		return;
	}
	for (i = 0; i < a->n; i++) {
		struct rec r = added_rec(a, i);

		one_record(&r);
	}
}

static void
input_end(void)
{
	cut = 0;
	end_document();
	tree_flush(&scene.tree, 1);
}

static int
option(int letter, const char *argument)
{
	(void)argument;
	*(letter == 'd' ? &dflag : &lflag) = 1;
	return 1;
}

const struct filter json_filter = {
	.prog = {
		"tanzaku-json", "[-dl] [FILE ...]",
		"Turns records into JSON: one tree a document.\n"
		"  -d  end each document with a line that says how it went\n"
		"  -l  JSON Lines: one object a table row\n",
	},
	.letters = "dl",
	.option = option,
	.record = one_record,
	.added = annotations,
	.input_end = input_end,
};
