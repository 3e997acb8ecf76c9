#include "csvodkakernel.h"

#include <string.h>

/* The parts of a sum of rows: a word and a shape for each of three neighbours. */
#define SVODKA_PARTS 6

static inline float finish_one(float value, const svodka_epilogue *epilogue, int64_t column) {
  if (epilogue->bias) value += epilogue->bias[column];
  if (epilogue->relu && !(value > 0)) value = 0;
  if (epilogue->scale) value = value * epilogue->scale[column] + epilogue->shift[column];
  return value;
}

static void plain_multiply(const float *a, int64_t a_stride, int64_t rows, const float *packed, int64_t inner,
                           int64_t columns, float *c, int64_t c_stride, const svodka_epilogue *epilogue) {
  for (int64_t r = 0; r < rows; r++)
    for (int64_t j = 0; j < columns; j++) {
      const float *b = packed + j / SVODKA_PANEL * SVODKA_PANEL * inner + j % SVODKA_PANEL;
      float sum = 0;
      for (int64_t k = 0; k < inner; k++) sum += a[r * a_stride + k] * b[k * SVODKA_PANEL];
      c[r * c_stride + j] = finish_one(sum, epilogue, j);
    }
}

#define NAME(x) base_##x
#define LANES 4
#if defined(__aarch64__)
#define ROWS 12
#else
#define ROWS 6
#endif
#include "rows.h"
#include "tile.h"
#include "maxout.h"
#undef NAME
#undef LANES
#undef ROWS

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define NAME(x) v3_##x
#define LANES 8
#define ROWS 6
#include "rows.h"
#include "tile.h"
#include "maxout.h"
#undef NAME
#undef LANES
#undef ROWS
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#define NAME(x) v4_##x
#define LANES 16
#define ROWS 12
#include "rows.h"
#include "tile.h"
#include "maxout.h"
#undef NAME
#undef LANES
#undef ROWS
#pragma clang attribute pop

#endif

int32_t svodka_kernel_best(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4")) return SVODKA_KERNEL_V4;
  if (__builtin_cpu_supports("x86-64-v3")) return SVODKA_KERNEL_V3;
#endif
  return SVODKA_KERNEL_BASE;
}

int64_t svodka_packed_count(int64_t inner, int64_t columns) {
  return (columns + SVODKA_PANEL - 1) / SVODKA_PANEL * SVODKA_PANEL * inner;
}

void svodka_pack(const float *weights, int64_t inner, int64_t columns, float *packed) {
  memset(packed, 0, (size_t)svodka_packed_count(inner, columns) * sizeof(float));
  for (int64_t j = 0; j < columns; j++) {
    float *panel = packed + j / SVODKA_PANEL * SVODKA_PANEL * inner + j % SVODKA_PANEL;
    for (int64_t k = 0; k < inner; k++) panel[k * SVODKA_PANEL] = weights[k * columns + j];
  }
}

void svodka_multiply(int32_t build, const float *a, int64_t a_stride, int64_t rows, const float *packed,
                     int64_t inner, int64_t columns, float *c, int64_t c_stride, const svodka_epilogue *epilogue) {
  static const svodka_epilogue none;
  if (!epilogue) epilogue = &none;
  switch (build) {
#if defined(__x86_64__)
    case SVODKA_KERNEL_V4: v4_multiply(a, a_stride, rows, packed, inner, columns, c, c_stride, epilogue); break;
    case SVODKA_KERNEL_V3: v3_multiply(a, a_stride, rows, packed, inner, columns, c, c_stride, epilogue); break;
#endif
    case SVODKA_KERNEL_PLAIN: plain_multiply(a, a_stride, rows, packed, inner, columns, c, c_stride, epilogue); break;
    default: base_multiply(a, a_stride, rows, packed, inner, columns, c, c_stride, epilogue);
  }
}

#if defined(__x86_64__)
#define BUILDS(call) \
  switch (build) { \
    case SVODKA_KERNEL_V4: v4_##call; break; \
    case SVODKA_KERNEL_V3: v3_##call; break; \
    default: base_##call; \
  }
#else
#define BUILDS(call) base_##call;
#endif

void svodka_sum_rows(int32_t build, const float *const *parts, int64_t count, int64_t rows, int64_t columns, float *c,
                     int64_t c_stride, const svodka_epilogue *epilogue) {
  BUILDS(sum(parts, count, rows, columns, c, c_stride, epilogue))
}

void svodka_best_columns(int32_t build, const float *a, int64_t a_stride, int64_t rows, int64_t columns,
                         int32_t *best) {
  BUILDS(best(a, a_stride, rows, columns, best))
}

void svodka_dots(int32_t build, const float *a, const float *b, int64_t groups, int64_t length, float *c) {
  BUILDS(dots(a, b, groups, length, c))
}

void svodka_max_pieces(int32_t build, const float *a, int64_t a_stride, int64_t rows, int64_t outputs, float *c,
                       int64_t c_stride) {
  BUILDS(max_pieces(a, a_stride, rows, outputs, c, c_stride))
}

void svodka_sum_maxout(int32_t build, const float *const *parts, int64_t count, int64_t rows, const float *bias,
                       int64_t outputs, float *c, int64_t c_stride) {
  BUILDS(sum_maxout(parts, count, rows, bias, outputs, c, c_stride))
}

void svodka_normalize_rows(int32_t build, const float *a, int64_t a_stride, int64_t rows, int64_t columns,
                      const float *scale, const float *shift, const float *const *added, float *c, int64_t c_stride) {
  BUILDS(normalize(a, a_stride, rows, columns, scale, shift, added, c, c_stride))
}

void svodka_pack_transposed(const float *weights, int64_t inner, int64_t columns, float *packed) {
  memset(packed, 0, (size_t)svodka_packed_count(inner, columns) * sizeof(float));
  for (int64_t j = 0; j < columns; j++) {
    float *panel = packed + j / SVODKA_PANEL * SVODKA_PANEL * inner + j % SVODKA_PANEL;
    for (int64_t k = 0; k < inner; k++) panel[k * SVODKA_PANEL] = weights[j * inner + k];
  }
}

void svodka_decode(const uint8_t *codes, const float *centroids, int64_t parts, int64_t choices, int64_t length,
                   float *vector) {
  int64_t p = 0;
  /* Three floats are moved as four: what is too much is overwritten by the next part. The last part is left to the loop below,
   * since behind its centroids there may be nothing to read. */
  if (length == 3)
    for (; p < parts - 1; p++, vector += 3) memcpy(vector, centroids + (p * choices + codes[p]) * 3, 16);
  for (; p < parts; p++) {
    const float *centroid = centroids + (p * choices + codes[p]) * length;
    for (int64_t k = 0; k < length; k++) *vector++ = centroid[k];
  }
}

void svodka_best_path(const float *emissions, int64_t rows, int64_t tags, const float *transitions, uint8_t *history,
                      uint8_t *path) {
  float score[SVODKA_TAGS], next[SVODKA_TAGS];
  if (rows <= 0 || tags > SVODKA_TAGS) return;
  for (int64_t j = 0; j < tags; j++) score[j] = emissions[j];
  for (int64_t r = 1; r < rows; r++) {
    uint8_t *from = history + r * tags;
    for (int64_t j = 0; j < tags; j++) {
      next[j] = score[0] + transitions[j];
      from[j] = 0;
    }
    for (int64_t i = 1; i < tags; i++)
      for (int64_t j = 0; j < tags; j++) {
        float sum = score[i] + transitions[i * tags + j];
        from[j] = sum > next[j] ? (uint8_t)i : from[j];
        next[j] = sum > next[j] ? sum : next[j];
      }
    /* Only differences matter: without this, a long text would eat up the precision of its own scores. */
    float top = next[0] + emissions[r * tags];
    for (int64_t j = 0; j < tags; j++) {
      score[j] = next[j] + emissions[r * tags + j];
      top = score[j] > top ? score[j] : top;
    }
    for (int64_t j = 0; j < tags; j++) score[j] -= top;
  }
  uint8_t best = 0;
  for (int64_t j = 1; j < tags; j++)
    if (score[j] > score[best]) best = (uint8_t)j;
  for (int64_t r = rows - 1; r >= 0; r--) {
    path[r] = best;
    if (r > 0) best = history[r * tags + best];
  }
}
