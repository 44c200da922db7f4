/*
 * tar.h - the members of an archive, in the order in which they stand
 *
 * The form is POSIX's ustar (pax(1), "ustar Interchange Format"), and the long names that GNU tar puts before a member.
 * Nothing is ever unpacked under a member's name: it is but the document's.
 */
#ifndef TZ_READER_TAR_H
#define TZ_READER_TAR_H

#include "base/buf.h"

enum tar_member {
	TAR_END,
	TAR_FILE,    /* SIZE bytes of it are at AT */
	TAR_OTHER,   /* a link, a device */
	TAR_BROKEN   /* no archive from here on */
};

struct tar {
	int fd;
	unsigned long long next; /* where the next member begins */
	struct buf name;         /* of the member at hand, as bytes, with a NUL behind it */
	unsigned long long at, size;
};

/* Folders are passed over. */
enum tar_member tar_next(struct tar *t);

#endif
