/* messages.c - what the filters say; see messages.h */
#include "batch/messages.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "batch/batch.h"

enum { SOME_LINES = 2000 /* bytes */ };

int
messages_fd(void)
{
	static int fd = -1;

	if (fd < 0)
		fd = openat(run.out.state, "messages", O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0666);
	if (fd < 0)
		give_up("%s/" STATE_DIRECTORY "/messages:", run.out.path);
	return fd;
}

off_t
messages_end(void)
{
	struct stat st;

	return fstat(messages_fd(), &st) < 0 ? 0 : st.st_size;
}

void
messages_repeat(off_t from)
{
	char text[SOME_LINES];
	ssize_t n = pread(messages_fd(), text, sizeof(text), from);

	while (n > 0 && text[n - 1] != '\n')
		n--;
	if (n <= 0)
		return;
	fwrite(text, 1, (size_t)n, stderr);
	text[n - 1] = '\0';
	log_said(text);
}
