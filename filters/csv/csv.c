/* tanzaku-csv - the rows of all tables as CSV; see tanzaku-csv(1) */
#include "csv/sheet.h"

#include "csv/line.h"
#include "csv/tablefile.h"
#include "stream/filter.h"
#include "stream/out.h"
#include "stream/recshape.h"
#include "stream/stage.h"
#include "stream/trailer.h"
#include "stream/warn.h"

static struct {
	struct {
		struct line_form form;
		int trailers;       /* -d */
		const char *folder; /* -o */
	} told;
	struct {
		int begun, failed, deep;
		struct buf name, field; /* as text, which ends in NUL, and as a field */
		struct trailer trailer;
	} doc;
	struct csvline line; /* the row at hand */
	struct sheet sheet;
	struct tablefile table;
	struct wide wide;
	struct buf mended;
	int cut; /* the last record was part of one that is too long */
} job = {.sheet.fd = -1};

/* Writing */

static void
write_wide(void)
{
	wide_write(&job.wide, &job.sheet);
	if (job.wide.left_out)
		say(MSG_MANY_COLUMNS, (struct place){job.doc.begun ? job.doc.name.p : "-", 0, 0}, job.wide.left_out);
	line_names(&job.line, &job.told.form, &job.wide);
}

static void
end_table(void)
{
	if (!job.table.rows)
		return;
	tablefile_open(&job.table, &job.sheet, job.told.folder, slice_of(&job.doc.field));
	write_wide();
	tablefile_close(&job.table, &job.sheet);
}

static void
end_row(void)
{
	if (!job.line.open)
		return;
	if (job.told.folder && job.line.other_table)
		end_table();
	job.line.other_table = 0;
	job.table.rows++;
	if (job.told.form.lengthwise)
		line_write_cells(&job.line, &job.told.form, &job.sheet);
	else
		line_write(&job.line, &job.told.form, &job.wide);
}

/* Documents */

static void
end_document(void)
{
	if (!job.doc.begun)
		return;
	end_row();
	if (job.told.folder)
		end_table();
	else if (job.told.trailers && !job.told.form.lengthwise)
		write_wide();
	if (job.told.trailers) {
		struct buf text = {0};

		job.doc.trailer.bytes = job.sheet.bytes;
		trailer_write(&text, &job.doc.trailer, slice_of(&job.doc.field), job.doc.failed, stage->said);
		outs(slice_of(&text));
		buf_free(&text);
	}
	say_enddoc(job.doc.name.p);
	job.doc.begun = 0;
}

static void
begin_document(const struct slice *fields)
{
	end_document();
	job.doc.begun = 1;
	job.doc.deep = 0;
	job.doc.failed = slice_eq(fields[DOC_ENCODING], slice_z("-"));
	buf_clear(&job.doc.field);
	buf_adds(&job.doc.field, fields[DOC_NAME]);
	buf_clear(&job.doc.name);
	unesc(&job.doc.name, fields[DOC_NAME]);
	line_document(&job.line, slice_of(&job.doc.name));
	buf_addc(&job.doc.name, '\0');
	trailer_begin(&job.doc.trailer);
	tablefile_document(&job.table);
	if (!job.told.trailers)
		return;
	job.sheet.bytes = 0;
	if (job.told.form.lengthwise)
		line_header(&job.told.form, &job.sheet);
}

/* Records that were cut out of a stream still make a document. */
static void
need_document(void)
{
	static const char *const standard[DOC_FIELDS] = {"-", "UTF-8", "no", "lf", "yes"};
	struct slice fields[DOC_FIELDS];
	size_t i;

	for (i = 0; i < DOC_FIELDS; i++)
		fields[i] = slice_z(standard[i]);
	if (!job.doc.begun)
		begin_document(fields);
}

static struct place
here(const struct rec *r)
{
	return (struct place){job.doc.name.p, r->line, 0};
}

/* Records */

static void
text_kind(const struct rec *r)
{
	need_document();
	end_row();
	if (r->kind == K_LABELS)
		return; /* `names` has them */
	if (r->kind != K_NAMES && !rec_well_formed(r, &job.line.fields)) {
		say(MSG_BAD_RECORD, here(r), "left out");
		return;
	}
	if (r->kind == K_ROW) {
		job.doc.trailer.rows++;
		line_row(&job.line, r, here(r));
	} else if (line_other(&job.line, r) && !job.doc.deep++) {
		say(MSG_DEPTH_LIMIT, here(r), (unsigned long)SECTIONS_DEEP);
	}
}

static void
warning(const struct rec *r)
{
	if (rec_fields(r, &job.line.fields) != 2)
		return;
	if (is_warn(r, MSG_READ_FAILED) || is_warn(r, MSG_CANNOT_READ))
		job.doc.trailer.failed = 1;
	trailer_warning(&job.doc.trailer, r->line, job.line.fields.f[0], job.line.fields.f[1]);
}

static void
record(const struct rec *r)
{
	if (r->kind == K_DOC && is_doc(rec_fields(r, &job.line.fields))) {
		begin_document(job.line.fields.f);
		return;
	}
	if (is_text_kind(r->kind)) {
		text_kind(r);
		return;
	}
	need_document();
	if (r->kind == K_DOC || r->kind == K_BAD)
		say(MSG_BAD_RECORD, here(r), "left out");
	if (job.told.trailers && r->kind == K_WARN)
		warning(r);
	line_note(&job.line, r);
}

static void
one_record(const struct rec *r)
{
	struct rec good;

	if (r->cut || job.cut) {
		job.cut = r->cut;
	} else if (!r->raw.p || is_utf8(r->raw)) {
		record(r);
	} else {
		rec_repair(&good, r, &job.mended);
		need_document();
		say(MSG_NOT_UTF8, here(r));
		record(&good);
	}
}

static void
open_encoder(void)
{
	job.sheet.enc = encoder_new(job.sheet.encoding);
	if (!job.sheet.enc)
		die("-f %s: no such encoding; UTF-8, CP932, EUC-JP, ISO-2022-JP, UTF-16LE, UTF-16BE are", job.sheet.encoding);
}

static void
begin(void)
{
	wide_init(&job.wide);
	line_names(&job.line, &job.told.form, &job.wide);
	job.sheet.excel = job.told.form.excel;
	job.sheet.encoding = job.told.form.encoding;
	if (job.told.form.encoding)
		open_encoder();
	if (job.told.form.lengthwise && !job.told.trailers)
		line_header(&job.told.form, &job.sheet);
}

static void
input_end(void)
{
	job.cut = 0;
	end_document();
}

static void
end(void)
{
	if (!job.told.form.lengthwise && !job.told.trailers && !job.told.folder)
		write_wide();
	say_enddoc("-");
}

static int
option(int letter, const char *argument)
{
	if (letter == 'd')
		job.told.trailers = 1;
	else if (letter == 'o')
		job.told.folder = argument;
	else
		return form_option(&job.told.form, letter, argument);
	return 1;
}

static const char *const words[][2] = {{"--add", "-a"}, {"--excel", "-e"}, {"--long", "-l"}, {NULL, NULL}};

const struct filter csv_filter = {
	.prog = {
		"tanzaku-csv", "[-del] [-a LIST] [-f ENCODING] [-o FOLDER] [FILE ...]",
		"Turns the rows of all tables into CSV, under one header.\n"
		"  -a LIST      add columns: status, date, agency, warning or all, with commas between them (--add)\n"
		"  -d           a header for each document, and a line behind it that says how it went\n"
		"  -e           for Excel: a byte order mark, CRLF, and no cell that it would run (--excel)\n"
		"  -f ENCODING  write this encoding instead of UTF-8\n"
		"  -l           one line a cell: doc, line, id, path, column, role, value (--long)\n"
		"  -o FOLDER    a file for each table, in FOLDER\n",
	},
	.letters = "a:def:lo:",
	.words = words,
	.option = option,
	.begin = begin,
	.record = one_record,
	.input_end = input_end,
	.end = end,
};
