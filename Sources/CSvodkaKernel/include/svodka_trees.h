/* Boosted trees asked for many rows at once. */
#ifndef SVODKA_TREES_H
#define SVODKA_TREES_H

#include <stdint.h>

/* The most leaves of a tree, and the most numbers of a row. */
enum { SVODKA_TREE_LEAVES = 32, SVODKA_TREE_FEATURES = 512 };

/* A node that asks whether a number is above a value. */
typedef struct {
  uint32_t feature; /* which number of the row */
  float value;
  uint32_t below;   /* the leaves that are out of reach when it is above, one bit each */
} svodka_branch;

/* Adds to sums[r] the answers of all trees to row r: of each tree that of the first leaf, by number, that stays in reach. The branches
 * of tree t lie behind those of tree t - 1 and end at ends[t]; its answers are answers[t * SVODKA_TREE_LEAVES] and those behind.
 * `rows` rows of `width` numbers each, width at most SVODKA_TREE_FEATURES, one behind the other. */
void svodka_ask_trees(const svodka_branch *branches, const uint32_t *ends, const float *answers, uint32_t trees,
                      const float *values, uint32_t rows, uint32_t width, float *sums);

#endif
