/* zipdir.h - the names in a ZIP archive, by its central directory (APPNOTE.TXT 6.3, sections 4.3.12 and 4.3.16) */
#ifndef TZ_READER_ZIPDIR_H
#define TZ_READER_ZIPDIR_H

#include "base/buf.h"

/* Does the archive in the regular file FD have a member called NAME? One that is damaged has none. */
int zip_has(int fd, struct slice name);

#endif
