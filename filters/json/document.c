/* document.c - documents and their nodes; see document.h */
#include "json/document.h"

#include "json/headnode.h"
#include "json/rowline.h"
#include "stream/jw.h"
#include "stream/stage.h"

void
document_end_node(struct tojson *j)
{
	if (j->node == NO_NODE)
		return;
	if (!j->told.lines)
		node_end(&j->scene, j->node);
	else if (j->node == ROW)
		rowline_end(j);
	j->node = NO_NODE;
	notes_clear(&j->scene.notes);
	tree_flush(&j->scene.tree, 0);
}

static void
end_tree(struct tojson *j)
{
	struct pos end = j->scene.end;

	headnode_release(&j->scene);
	if (j->doc.failed && !j->scene.tree.level[0].filled)
		node_error(&j->scene, slice_z(""), slice_z(""));
	if (!j->doc.failed && j->doc.any && j->doc.final)
		end = (struct pos){end.line + 1, 1};
	tree_end(&j->scene.tree, end);
}

/* Bytes of JSON, of all documents. */
static unsigned long
written(struct tojson *j)
{
	tree_ready(&j->scene.tree);
	return j->scene.tree.flushed + j->scene.tree.w.n;
}

/* The last node of a document that has text and no row gets the warning. */
static void
say_no_rows(struct tojson *j)
{
	const char *so, *try;
	unsigned long n;
	int table = looks_like(&j->doc.looks, &n, &so, &try);

	document_need_node(j);
	j->scene.place.line = 0;
	notes_say(&j->scene.notes, table ? MSG_NO_ROWS : MSG_NO_ROWS_HERE, j->scene.place, n, so, try);
}

void
document_end(struct tojson *j)
{
	if (!j->doc.begun)
		return;
	if (!j->doc.failed && j->doc.trailer.rows == 0 && j->doc.looks.lines)
		say_no_rows(j);
	document_end_node(j);
	if (!j->told.lines)
		end_tree(j);
	j->doc.trailer.bytes = written(j) - j->doc.from;
	if (j->told.trailers) {
		trailer_write(&j->scene.tree.w, &j->doc.trailer, slice_of(&j->doc.field), j->doc.failed, stage->said);
		j->scene.tree.ready = j->scene.tree.w.n; /* it is no JSON */
	}
	say_enddoc(j->doc.name.p);
	j->doc.begun = 0;
}

void
document_begin(struct tojson *j, const struct rec *r)
{
	const struct slice *fields;

	document_end(j);
	notes_clear(&j->scene.notes);
	rec_fields(r, &j->scene.fields);
	fields = j->scene.fields.f;
	cols_see(&j->scene.cols, r);
	j->doc.begun = 1;
	j->doc.failed = slice_eq(fields[DOC_ENCODING], slice_z("-"));
	j->doc.final = !slice_eq(fields[DOC_FINAL], slice_z("no"));
	j->doc.any = j->doc.deep = j->doc.page = 0;
	kinds_forget(&j->doc.kinds);
	looks_begin(&j->doc.looks);
	trailer_begin(&j->doc.trailer);
	j->doc.from = written(j);
	buf_clear(&j->doc.field);
	buf_adds(&j->doc.field, fields[DOC_NAME]);
	buf_clear(&j->doc.name);
	unesc(&j->doc.name, fields[DOC_NAME]);
	buf_addc(&j->doc.name, '\0');
	buf_clear(&j->doc.json);
	jw_lit(&j->doc.json, "{\"doc\":");
	jw_field(&j->doc.json, fields[DOC_NAME]);
	jw_key(&j->doc.json, "line");
	j->scene.start = j->scene.end = (struct pos){1, 1};
	j->scene.place = (struct place){j->doc.name.p, 0, 0};
	tree_begin(&j->scene.tree);
	j->scene.tree.silent = j->told.lines;
	if (!j->told.lines)
		node_root(&j->scene, fields, j->doc.failed);
	j->node = j->doc.failed ? NO_NODE : ROOT;
}

void
document_need(struct tojson *j)
{
	static const char standard[] = "doc\t0\t-\tUTF-8\tno\tlf\tyes";
	struct rec r;

	if (j->doc.begun)
		return;
	rec_parse(&r, slice_z(standard));
	document_begin(j, &r);
}

void
document_need_node(struct tojson *j)
{
	document_need(j);
	if (j->node != EMPTY || j->told.lines)
		return;
	node_text(&j->scene, K_TEXT, slice_z(""));
	j->node = TEXT;
}

void
document_malformed(struct tojson *j, const char *what)
{
	document_need_node(j);
	notes_say(&j->scene.notes, MSG_BAD_RECORD, j->scene.place, what);
}
