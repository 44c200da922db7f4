/* handon.h - what the stage that runs gives to the one behind it in the program: records, or annotations all at once */
#ifndef TZ_STREAM_HANDON_H
#define TZ_STREAM_HANDON_H

#include "stream/added.h"
#include "stream/stage.h"

/* Gives the whole records in stage->out to the next stage. */
void stage_hand_on(void);
/* Calls the next stage with a record that this one passes on, behind all that this one has written. */
void stage_pass(const struct rec *r);

/* The stage that takes annotations of KIND all at once, if those between are deaf to them and hold nothing that would
 * have to go before; NULL if there is none. What this stage has written is handed on first. */
struct stage *stage_for_added(int kind);
void stage_add(struct stage *to, const struct added *a);

#endif
