/* drawnprose.h - a line with pipes in it that is no row of a table: a sentence, how a command is used, a reference */
#ifndef TZ_SPLIT_DRAWNPROSE_H
#define TZ_SPLIT_DRAWNPROSE_H

#include "base/buf.h"

int drawnprose_is(struct slice line);

#endif
