/*
 * drawnrow.h - what programs print in the rows of a table: psql, a + for a newline in a cell; duckdb, a line with the types of
 * the columns below their names
 */
#ifndef TZ_SPLIT_DRAWNROW_H
#define TZ_SPLIT_DRAWNROW_H

#include "split/strokes.h"

/* How wide RULE is, if it is ----+----, as psql has it below the names: - and + alone; 0 if it is not. */
size_t drawnrow_crossed(struct slice rule);
/* Of N cells, some in the UPPER line have a + behind them, and all that is in the LOWER one stands below such. Behind the last cell, it is one
 * if LINE is as WIDE as the rule. */
int drawnrow_goes_on(const struct stroke_cell *upper, const struct stroke_cell *lower, size_t n, struct slice line, size_t wide);
/* Each of N cells is a type, as databases have them. */
int drawnrow_is_types(const struct stroke_cell *c, size_t n);

/* A pipe stands at both ends of LINE. */
int drawnrow_is_framed(struct slice line);
/* The newline that the + at the end of B stands for, behind padding. */
void drawnrow_break(struct buf *b);
/* LINE, which is not empty and does not begin as tables do, may be of one with uprights inside alone: such a table is ON, or it is
 * indented, or a rule may be below, for which the NEXT byte behind LINE speaks. */
int drawnrow_may_be(struct slice line, int on, int next);

#endif
