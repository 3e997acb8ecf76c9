/* Products of single-precision matrices, for models of a few million weights on one core.
 *
 * One source (tile.h) is built several times for different instruction sets; the best one that the
 * processor knows is chosen at run time. */
#ifndef CSVODKAKERNEL_H
#define CSVODKAKERNEL_H

#include <stdint.h>

#include "svodka_trees.h"

enum {
  SVODKA_KERNEL_PLAIN = 0, /* three loops, the reference of the tests */
  SVODKA_KERNEL_BASE = 1,  /* what every processor of the architecture has: SSE2, or NEON */
  SVODKA_KERNEL_V3 = 2,    /* x86-64-v3: AVX2 and FMA */
  SVODKA_KERNEL_V4 = 3     /* x86-64-v4: AVX-512 */
};

/* The width of a panel of packed weights, in columns. */
enum { SVODKA_PANEL = 32 };

/* What happens to a finished element, in this order; a null pointer leaves its step out. */
typedef struct {
  const float *bias;  /* added, one a column */
  int32_t relu;       /* not 0: negative elements become 0 */
  const float *scale; /* multiplied, one a column; with `shift` */
  const float *shift; /* added, one a column; with `scale` */
} svodka_epilogue;

/* The best build that this processor can run. */
int32_t svodka_kernel_best(void);

/* The number of floats that `inner` by `columns` weights take packed: columns rounded up to whole panels. */
int64_t svodka_packed_count(int64_t inner, int64_t columns);

/* Packs row-major weights [inner][columns] into panels [panel][inner][SVODKA_PANEL], filled up with zeros. */
void svodka_pack(const float *weights, int64_t inner, int64_t columns, float *packed);

/* c[r][j] = epilogue(sum over k of a[r * a_stride + k] * weights[k][j]) for r < rows, j < columns.
 *
 * Strides count floats. Rows of `a` may overlap (a_stride < inner), which makes a convolution of it; `c` may
 * not overlap `a`. Each element is one chain of additions over k, so that it does not depend on its neighbours. */
void svodka_multiply(int32_t build, const float *a, int64_t a_stride, int64_t rows, const float *packed,
                     int64_t inner, int64_t columns, float *c, int64_t c_stride, const svodka_epilogue *epilogue);

/* c[r][j] = epilogue(sum over p < count of parts[r * count + p][j]) for j < columns; a null part counts as zeros. */
void svodka_sum_rows(int32_t build, const float *const *parts, int64_t count, int64_t rows, int64_t columns, float *c,
                     int64_t c_stride, const svodka_epilogue *epilogue);

/* best[r] = the first column of the largest element of row r; `columns` must not be 0. */
void svodka_best_columns(int32_t build, const float *a, int64_t a_stride, int64_t rows, int64_t columns,
                         int32_t *best);

/* c[g] = sum over k < length of a[g * length + k] * b[k] for g < groups. */
void svodka_dots(int32_t build, const float *a, const float *b, int64_t groups, int64_t length, float *c);

/* c[r][o] = the largest of the three pieces of an output, for o < outputs. The column of output o and piece p in a row of `a`
 * is o / SVODKA_PANEL * 3 * SVODKA_PANEL + p * SVODKA_PANEL + o % SVODKA_PANEL, filled up to whole groups. */
void svodka_max_pieces(int32_t build, const float *a, int64_t a_stride, int64_t rows, int64_t outputs, float *c,
                       int64_t c_stride);

/* The same of sums: c[r][o] = the largest over three pieces of bias[o, p] + sum over i <
 * count of parts[r * count + i][o, p]; a null part counts as zeros. */
void svodka_sum_maxout(int32_t build, const float *const *parts, int64_t count, int64_t rows, const float *bias,
                       int64_t outputs, float *c, int64_t c_stride);

/* c[r][j] = (a[r][j] - mean of row r) / deviation of row r * scale[j] + shift[j] + added[r][j]; `added` or a row of it
 * may be null. `c` may be `a`, and a row of `added` may be the row of `c` that it is added to. */
void svodka_normalize_rows(int32_t build, const float *a, int64_t a_stride, int64_t rows, int64_t columns,
                      const float *scale, const float *shift, const float *const *added, float *c, int64_t c_stride);

/* Packs weights that lie transposed, [columns][inner]. */
void svodka_pack_transposed(const float *weights, int64_t inner, int64_t columns, float *packed);

/* A product-quantised vector: part p is the centroid codes[p] of [parts][choices][length]. */
void svodka_decode(const uint8_t *codes, const float *centroids, int64_t parts, int64_t choices, int64_t length,
                   float *vector);

/* The largest number of tags of a path. */
enum { SVODKA_TAGS = 64 };

/* The best path through a linear-chain CRF (Viterbi): emissions [rows][tags], transitions [from][to]; `history` has room
 * for rows * tags. Of equal paths the one with the smaller tags. */
void svodka_best_path(const float *emissions, int64_t rows, int64_t tags, const float *transitions, uint8_t *history,
                      uint8_t *path);

#endif
