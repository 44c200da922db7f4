/* manifestline - a line of batch's manifest, its hash included: STATE NAME FORM */
#include <stdio.h>
#include <string.h>

#include "batch/manifest.h"

int
main(int argc, char **argv)
{
	struct entry e = {.stamp = 1, .recipe = 1, .size = 1, .content = {1, 1}, .output = {1, 1}};
	struct buf line = {0};
	int i;

	if (argc != 4)
		return 2;
	e.name = argv[2];
	for (i = 0; i < STATES; i++)
		if (strcmp(argv[1], state_words[i]) == 0)
			e.state = (enum state)i;
	for (i = 0; i < FORMS; i++)
		if (strcmp(argv[3], form_words[i]) == 0)
			e.form = (enum form)i;
	manifest_line(&line, &e, NULL);
	fwrite(line.p, 1, line.n, stdout);
	buf_free(&line);
	return 0;
}
