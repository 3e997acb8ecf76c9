/* Products of single-precision matrices, for models of a few million weights on one core.
 *
 * One source (tile.h) is built several times for different instruction sets; the best one that the
 * processor knows is chosen at run time. */
#ifndef CSVODKAKERNEL_H
#define CSVODKAKERNEL_H

#include <stdint.h>

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

/* c[j] += a[j] for j < count, by the same build. */
void svodka_add(int32_t build, const float *a, float *c, int64_t count);

#endif
