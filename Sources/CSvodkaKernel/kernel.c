#include "csvodkakernel.h"

#include <string.h>

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
#include "tile.h"

#if defined(__x86_64__)

#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define NAME(x) v3_##x
#define LANES 8
#define ROWS 6
#include "tile.h"
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#define NAME(x) v4_##x
#define LANES 16
#define ROWS 12
#include "tile.h"
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

void svodka_add(int32_t build, const float *a, float *c, int64_t count) {
  switch (build) {
#if defined(__x86_64__)
    case SVODKA_KERNEL_V4: v4_add(a, c, count); break;
    case SVODKA_KERNEL_V3: v3_add(a, c, count); break;
#endif
    default: base_add(a, c, count);
  }
}
