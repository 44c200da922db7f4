/* role.c - the names of roles; see stream/role.h */
#include "stream/role.h"

static const char *const names[ROLES] = {
	"unknown", "number", "title",      "text",     "status", "deadline", "period",
	"owner",   "amount", "percentage", "priority", "note",   "legend",
};

const char *
role_name(enum role role)
{
	return names[role];
}

enum role
role_named(struct slice name)
{
	int i;

	for (i = 0; i < ROLES && !slice_eq(name, slice_z(names[i])); i++)
		;
	return (enum role)i;
}
