/* through.c - documents that are no text, through the programs that read them; see through.h */
#include "decode/through.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/utf8.h"
#include "decode/magic.h"
#include "encoding/decoder.h"
#include "reader/copy.h"
#include "reader/run.h"
#include "reader/tar.h"
#include "stream/frame.h"
#include "stream/spool.h"

enum { DEEP = 4 };

const struct through_left through_most = {.members = 20000, .bytes = 2ULL << 30};

/* What a pipe brings can only be looked through when all of it is there. */
static int
in_a_file(struct in *in, struct sample *file)
{
	const unsigned long long most = 4ULL << 30;
	int fd;

	if (!magic((const unsigned char *)file->begin.p, file->begin.n))
		return 0;
	fd = spool_file();
	if (copy_all(file, fd, most) < 0) {
		in->failed = errno;
		close(fd);
		return -1;
	}
	if (in->fd > STDERR_FILENO)
		close(in->fd);
	(void)lseek(fd, (off_t)file->begin.n, SEEK_SET);
	in->fd = file->fd = fd;
	file->regular = 1;
	return 0;
}

/* The name of a member of S, whose bytes are UTF-8, or else CP932, as ZIP archives from Japan have it. */
static void
member_name(struct buf *to, const struct source *s, struct slice name)
{
	struct decoder d;
	struct buf text = {0};

	buf_clear(to);
	buf_addz(to, s->name);
	buf_addc(to, '/');
	if (utf8_valid(name.p, name.n) != name.n && decoder_open(&d, "CP932")) {
		buf_room(&text, DECODE_ROOM(name.n));
		d.eof = 1;
		if (d.step(&d, (const unsigned char *)name.p, name.n, text.p) == name.n)
			name = (struct slice){text.p, d.made};
		decoder_close(&d);
	}
	while (name.n && *name.p == '/') /* some versions of bsdtar leave these out themselves */
		name = (struct slice){name.p + 1, name.n - 1};
	buf_adds(to, name);
	buf_addc(to, '\0');
	buf_free(&text);
}

/* As in folders, what begins with a dot is nobody's document: Macs put such beside each one. */
static int
is_hidden(const char *name)
{
	const char *slash = strrchr(name, '/');

	return (slash ? slash[1] : *name) == '.';
}

/* The SIZE bytes of a member, in a file of their own. -1 if they are not all there. */
static int
cut_out(const struct tar *t)
{
	int fd = spool_file();

	if (copy_part(t->fd, t->at, t->size, fd) == 0 && lseek(fd, 0, SEEK_SET) == 0)
		return fd;
	close(fd);
	return -1;
}

static void
member(const struct source *s, const struct tar *t, enum tar_member is, through_reads *reads)
{
	struct buf name = {0};
	struct source of = *s;
	int fd = -1;

	of.said = slice_z("");
	if (is_hidden(t->name.p))
		return;
	member_name(&name, s, slice_z(strncmp(t->name.p, "./", 2) == 0 ? t->name.p + 2 : t->name.p));
	of.name = name.p;
	if (is == TAR_OTHER)
		leave_out(&of, MSG_NOT_TEXT, "a link or a device");
	else if ((fd = cut_out(t)) < 0)
		leave_out(&of, MSG_CANNOT_READ, "the archive ends in it");
	else
		reads(fd, &of);
	if (is == TAR_OTHER || fd < 0)
		say_enddoc(name.p);
	buf_free(&name);
}

/* The documents in the archive FD, and the archive. */
static void
members(int fd, const struct source *s, through_reads *reads)
{
	struct tar t = {.fd = fd};
	enum tar_member is;

	while ((is = tar_next(&t)) == TAR_FILE || is == TAR_OTHER) {
		if (!s->left->members)
			break;
		s->left->members--;
		member(s, &t, is, reads);
	}
	if (s->framed)
		frame_header(s->name, "UTF-8", 0, NL_NONE, 1, s->readers);
	if (s->said.n)
		say_of(s, s->talks ? MSG_READER_TALKED : MSG_READER_SAID, s->readers, (int)s->said.n, s->said.p);
	if (is == TAR_BROKEN)
		say_of(s, MSG_READER_ENDS, "it is damaged");
	else if (is != TAR_END)
		say_of(s, MSG_READER_ENDS, "it has too many files");
	say_enddoc(s->name);
	buf_free(&t.name);
	close(fd);
}

static void
take_output(int fd, const struct readrule *r, struct source *s, struct slice said, through_reads *reads)
{
	struct stat st;

	if (fstat(fd, &st) < 0 || (unsigned long long)st.st_size > s->left->bytes) {
		close(fd);
		leave_out(s, MSG_READER_LIMIT, (int)r->program.n, r->program.p, "what a document may hold with all that is in it");
		return;
	}
	s->left->bytes -= (unsigned long long)st.st_size;
	s->is_text = r->gives == GIVES_TEXT;
	s->said = said;
	s->talks = r->most.talks != 0;
	if (r->gives == GIVES_TAR)
		members(fd, s, reads);
	else
		reads(fd, s);
}

static void
read_by(const struct readrule *r, const struct sample *file, struct source *s, through_reads *reads)
{
	struct buf said = {0};
	int fd;

	switch (reader_run(r, file, &fd, &said)) {
	case RAN:
		take_output(fd, r, s, slice_of(&said), reads);
		break;
	case RAN_LIMIT:
		buf_addc(&said, '\0');
		leave_out(s, MSG_READER_LIMIT, (int)r->program.n, r->program.p, said.p);
		break;
	case RAN_FAILED:
		buf_addc(&said, '\0');
		leave_out(s, MSG_READER_FAILED, (int)r->program.n, r->program.p, said.p);
		break;
	}
	buf_free(&said);
}

/* Of many such files one message is enough, but each is told of in the frame. */
static void
left_unread(const struct source *s, const struct readrule *r)
{
	if (r->again)
		leave_out_unsaid(s, MSG_NO_READER, (int)r->name.n, r->name.p, (int)r->program.n, r->program.p, (int)r->package.n, r->package.p);
	else
		leave_out(s, MSG_NO_READER, (int)r->name.n, r->name.p, (int)r->program.n, r->program.p, (int)r->package.n, r->package.p);
}

int
through(struct in *in, const struct source *s, through_reads *reads)
{
	struct sample file = {.begin = {in->p + in->pos, in->end - in->pos}, .fd = in->fd};
	struct source of = *s;
	struct buf readers = {0};
	enum reader_found found;
	struct readrule r;
	struct stat st;

	file.regular = fstat(in->fd, &st) == 0 && S_ISREG(st.st_mode);
	if (!file.regular && in_a_file(in, &file) < 0) {
		leave_out(s, MSG_CANNOT_READ, strerror(in->failed));
		return 1;
	}
	found = reader_for(s->table, &file, &r);
	if (found == READER_NONE)
		return 0;
	if (s->readers) {
		buf_addz(&readers, s->readers);
		buf_addc(&readers, ' ');
	}
	buf_adds(&readers, r.program);
	buf_addc(&readers, '\0');
	if (found == READER_MISSING) {
		left_unread(s, &r);
	} else if (s->deep == DEEP) {
		leave_out(s, MSG_READER_LIMIT, (int)r.program.n, r.program.p, "files one in the other");
	} else {
		of.readers = readers.p;
		of.deep++;
		read_by(&r, &file, &of, reads);
	}
	free(r.path);
	buf_free(&readers);
	return 1;
}
