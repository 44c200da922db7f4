/* textkind.c - records that carry text, as nodes; see textkind.h */
#include "json/textkind.h"

#include "base/blank.h"
#include "json/headnode.h"
#include "json/rowline.h"
#include "stream/row.h"

/* Where the record's text begins: behind the one before it if they share a line. */
static void
place_record(struct tojson *j, const struct rec *r)
{
	unsigned long line = r->line ? r->line : 1;

	if (line < j->scene.end.line) {
		document_malformed(j, "its line number goes back; put behind the record before it");
		line = j->scene.end.line;
	}
	if (line > j->scene.end.line)
		j->scene.end = (struct pos){line, 1};
	j->scene.start = j->scene.end;
	j->scene.place.line = line;
	j->doc.any = 1;
}

struct pos
textkind_after(const struct tojson *j, struct pos p, struct slice fields)
{
	return j->told.lines ? pos_line_after(p, fields) : pos_after(p, fields);
}

/* The parts of a heading or a legend's entry join as they are, cells with tabs between them. */
static void
place_end(struct tojson *j, const struct rec *r)
{
	size_t i = r->kind == K_HEAD ? HEAD_BEFORE : 0;

	if (j->doc.page)
		j->scene.end = j->scene.start;
	else if (j->told.lines && r->kind == K_ROW && !(rec_row(r)->has & ROW_ESCAPE))
		j->scene.end = j->scene.start;
	else if (j->told.lines || (r->kind != K_HEAD && r->kind != K_LEGEND))
		j->scene.end = textkind_after(j, j->scene.start, r->rest);
	else
		for (; i < j->scene.fields.n; i++)
			j->scene.end = pos_after(j->scene.end, j->scene.fields.f[i]);
}

static void
head_record(struct tojson *j, const struct rec *r)
{
	int plain = !(rec_row(r)->has & (ROW_ESCAPE | ROW_QUOTE));
	unsigned long depth = field_number(j->scene.fields.f[HEAD_DEPTH]);

	j->node = SECTION;
	if (!tree_room(&j->scene.tree, depth) && !j->doc.deep++)
		notes_say(&j->scene.notes, MSG_DEPTH_LIMIT, j->scene.place, (unsigned long)SECTIONS_DEEP);
	if (j->told.lines)
		tree_enter(&j->scene.tree, depth, j->scene.start, j->scene.fields.f, plain);
	else
		node_section(&j->scene, depth, plain);
}

static void
text_record(struct tojson *j, const struct rec *r)
{
	if (r->kind == K_RULE ? j->scene.tree.group == LEGEND : r->kind == K_CODE || !blank_field(r->rest))
		tree_group(&j->scene.tree, NO_GROUP, j->scene.start);
	j->node = r->rest.n || j->scene.notes.any || r->kind != K_TEXT ? TEXT : EMPTY;
	if (j->node == TEXT && !j->told.lines)
		node_text(&j->scene, r->kind, r->rest);
}

/* A rule below a header waits with it; any other one is a node among the rows. */
static void
rule_record(struct tojson *j, const struct rec *r)
{
	if (!j->told.lines && headnode_rule(&j->scene, r))
		j->node = HEAD_RULE;
	else
		text_record(j, r);
}

static void
node_record(struct tojson *j, const struct rec *r)
{
	switch (r->kind) {
	case K_HEAD:
		head_record(j, r);
		return;
	case K_TEXT:
	case K_CODE:
		text_record(j, r);
		return;
	case K_RULE:
		rule_record(j, r);
		return;
	case K_ROW:
		j->node = ROW;
		j->doc.trailer.rows++;
		if (j->told.lines)
			rowline(j, r);
		else
			node_row(&j->scene, r);
		return;
	default:
		j->node = r->kind == K_COLS ? TABLE_HEAD : ITEM;
	}
	if (!j->told.lines && j->node == ITEM)
		node_item(&j->scene);
	else if (!j->told.lines)
		headnode_hold(&j->scene, r);
}

void
textkind(struct tojson *j, const struct rec *r)
{
	struct rec text;

	document_need(j);
	document_end_node(j);
	if (r->kind != K_COLS && r->kind != K_RULE)
		headnode_release(&j->scene);
	place_record(j, r);
	if (!rec_well_formed(r, &j->scene.fields)) {
		document_malformed(j, "its fields are not those of its kind, kept as text");
		rec_as_text(&text, r, &j->scene.tmp);
		r = &text;
	}
	cols_see(&j->scene.cols, r);
	place_end(j, r);
	if (j->doc.trailer.rows == 0 && r->kind != K_ROW && r->kind != K_RULE)
		looks_line(&j->doc.looks, r->rest);
	node_record(j, r);
}

void
textkind_names(struct tojson *j, const struct rec *r)
{
	document_need(j);
	document_end_node(j);
	cols_see(&j->scene.cols, r);
	if (headnode_join(&j->scene, r->line))
		return;
	headnode_release(&j->scene);
	tree_group(&j->scene.tree, NO_GROUP, j->scene.end);
}
