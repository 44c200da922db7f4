/* tanzaku-json - records as a tree of JSON, or as a line of JSON for each row; see tanzaku-json(1) */
#include <stdlib.h>

#include "base/builtin.h"
#include "json/document.h"
#include "json/headnode.h"
#include "json/textkind.h"
#include "stream/filter.h"
#include "stream/jw.h"
#include "stream/out.h"
#include "stream/warn.h"

static void
grade_record(struct tojson *j, const struct rec *r)
{
	if (rec_fields(r, &j->scene.fields) == 2 && j->node == ITEM)
		node_grade(j->scene.fields.f[0], field_number(j->scene.fields.f[1]));
	else
		document_malformed(j, "a grade without its legend, left out");
}

/* Of a header that is held, or of the names of a table that is not begun before its first row. */
static void
roles_record(struct tojson *j, const struct rec *r)
{
	cols_see(&j->scene.cols, r);
	headnode_roles(&j->scene);
}

/* The text of the node at hand, not that of its cells, ends at END. */
static void
end_of_source(struct tojson *j, struct pos end)
{
	j->scene.end = end;
	if (j->node != TABLE_HEAD)
		j->scene.tree.end = end;
	else if (!j->told.lines)
		headnode_end(end);
}

static void
note(struct tojson *j, const struct rec *r)
{
	if (j->told.list && j->node == ROW && celllist_note(&j->list, &j->scene.cols, r))
		return;
	if (!notes_add(&j->scene.notes, r, j->node == ROW || j->node == TABLE_HEAD ? &j->scene.cols : NULL))
		document_malformed(j, "an annotation that lacks fields, left out");
}

/* Lines of a page, behind those that the node has already. */
static void
page_record(struct tojson *j, const struct rec *r)
{
	struct pos from = j->scene.start;

	if (r->line == 0) {
		j->doc.page = 1;
		if (!j->told.lines && j->node == ROOT)
			jw_member(&j->scene.tree.w, "page", r->rest);
		return;
	}
	if (j->told.lines)
		return;
	document_need_node(j);
	if (j->scene.notes.paged)
		from = j->scene.notes.page_goes_on ? j->scene.end : (struct pos){j->scene.end.line + 1, 1};
	rec_fields(r, &j->scene.fields);
	end_of_source(j, pos_after(from, j->scene.fields.f[0]));
	note(j, r);
}

/* For the trailer. Of a document whose end is missing, that is what it must say. */
static void
json_warning(struct tojson *j, const struct rec *r)
{
	if (is_warn(r, MSG_READ_FAILED) || is_warn(r, MSG_CANNOT_READ))
		j->doc.trailer.failed = 1;
	trailer_warning(&j->doc.trailer, r->line, j->scene.fields.f[0], j->scene.fields.f[1]);
}

static void
annotation(struct tojson *j, const struct rec *r)
{
	document_need(j);
	if (j->told.trailers && r->kind == K_WARN && rec_fields(r, &j->scene.fields) == 2)
		json_warning(j, r);
	if (j->doc.failed && r->kind == K_WARN && j->node == NO_NODE) {
		if (rec_fields(r, &j->scene.fields) == 2 && !j->told.lines)
			node_error(&j->scene, j->scene.fields.f[0], j->scene.fields.f[1]);
	} else if (r->kind == K_ROLES)
		roles_record(j, r);
	else if (r->kind == K_PAGE)
		page_record(j, r);
	else if (r->kind == K_GRADE)
		grade_record(j, r);
	else if (!j->told.lines || j->node == ROW) {
		document_need_node(j);
		if (r->kind == K_SOURCE) /* its text, not that of the cells, is what the document has */
			end_of_source(j, textkind_after(j, j->scene.start, r->rest));
		note(j, r);
	}
}

static void
unknown_record(struct tojson *j, const struct rec *r)
{
	struct slice kind = rec_kind_name(r);

	document_need_node(j);
	if (kind.n == 0 || r->kind == K_DOC)
		document_malformed(j, "kind, line number or fields are missing, left out");
	else if (kind_first_seen(&j->doc.kinds, kind))
		notes_say(&j->scene.notes, MSG_UNKNOWN_KIND, j->scene.place, (int)kind.n, kind.p);
	else
		raise_status(LOSSY);
}

static void
record(struct tojson *j, const struct rec *r)
{
	if (r->kind == K_LABELS)
		return; /* `names` has them */
	if (r->kind == K_NAMES)
		textkind_names(j, r);
	else if (is_text_kind(r->kind))
		textkind(j, r);
	else if (r->kind == K_DOC && is_doc(rec_fields(r, &j->scene.fields)))
		document_begin(j, r);
	else if (r->kind == K_OTHER || r->kind == K_DOC)
		unknown_record(j, r);
	else
		annotation(j, r);
}

/* Else all of the output would be no JSON. */
static void
mended(struct tojson *j, const struct rec *r)
{
	struct rec good;

	rec_repair(&good, r, &j->scene.repaired);
	record(j, &good);
	document_need_node(j);
	notes_say(&j->scene.notes, MSG_NOT_UTF8, j->scene.place);
}

static struct tojson job;

/* Of a record that is too long, which comes in pieces, rec_read has said so. */
static void
one_record(const struct rec *r)
{
	if (r->cut || job.cut)
		job.cut = r->cut;
	else if (is_utf8(r->raw))
		record(&job, r);
	else
		mended(&job, r);
}

static void
annotations(const struct added *a)
{
	size_t i;

	if (job.node == ROW && !job.cut && a->kind != K_GRADE) {
		notes_add_all(&job.scene.notes, a, &job.scene.cols);
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
	job.cut = 0;
	document_end(&job);
	tree_flush(&job.scene.tree, 1);
}

static void
print_schema(void)
{
	outz(rules_schema);
	out_flush();
	exit(CLEAN);
}

static int
option(int letter, const char *argument)
{
	(void)argument;
	switch (letter) {
	case 'd': job.told.trailers = 1; break;
	case 'L': job.told.list = job.told.lines = 1; job.scene.notes.all_keys = 1; break;
	case 'l': job.told.lines = 1; break;
	case 'p': job.scene.tree.leaving.indent = 1; break;
	case 's': print_schema(); break;
	default: return 0;
	}
	return 1;
}

static const char *const words[][2] = {{"--long", "-L"}, {"--pretty", "-p"}, {"--schema", "-s"}, {NULL, NULL}};

const struct filter json_filter = {
	.prog = {
		"tanzaku-json", "[-dLlps] [FILE ...]",
		"Turns records into JSON: one tree a document.\n"
		"  -d  end each document with a line that says how it went\n"
		"  -L  as -l, with the cells as a list: the same keys in every document (--long)\n"
		"  -l  JSON Lines: one object a table row\n"
		"  -p  indent it (--pretty)\n"
		"  -s  print the JSON Schema of all this, and nothing else (--schema)\n",
	},
	.letters = "dLlps",
	.words = words,
	.option = option,
	.record = one_record,
	.added = annotations,
	.input_end = input_end,
};
