#include "peak.h"

/* Twelve independent chains hide the latency of four cycles with two units, and leave registers to spare. */
#define CHAINS 12
#define STEPS 64

#define LOOP(name, lanes)                                                            \
  typedef float name##_vector __attribute__((vector_size(lanes * 4)));               \
  /* A function over vectors tells the compiler that registers of this width are wanted. */ \
  static inline name##_vector name##_step(name##_vector sum, name##_vector left, name##_vector right) { \
    return __builtin_elementwise_fma(sum, left, right);                              \
  }                                                                                  \
  static int64_t name(int64_t rounds, float *sink) {                                 \
    name##_vector sum[CHAINS], left, right;                                          \
    for (int i = 0; i < CHAINS; i++) sum[i] = (name##_vector){0} + (float)i + *sink; \
    left = (name##_vector){0} + 0.999f + *sink;                                      \
    right = (name##_vector){0} + 0.001f + *sink;                                     \
    for (int64_t r = 0; r < rounds; r++)                                             \
      for (int s = 0; s < STEPS; s++)                                                \
        _Pragma("clang loop unroll(full)") for (int i = 0; i < CHAINS; i++) sum[i] = \
            name##_step(sum[i], left, right);                                        \
    for (int i = 1; i < CHAINS; i++) sum[0] += sum[i];                               \
    for (int i = 0; i < lanes; i++) *sink += sum[0][i];                              \
    return rounds * STEPS * CHAINS * lanes * 2;                                      \
  }

LOOP(four, 4)

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
LOOP(eight, 8)
#pragma clang attribute pop
#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
LOOP(sixteen, 16)
#pragma clang attribute pop
#endif

int64_t svodka_peak(int32_t lanes, int64_t rounds, float *sink) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (lanes == 16) return __builtin_cpu_supports("x86-64-v4") ? sixteen(rounds, sink) : 0;
  if (lanes == 8) return __builtin_cpu_supports("x86-64-v3") ? eight(rounds, sink) : 0;
  return 0;
#else
  return lanes == 4 ? four(rounds, sink) : 0;
#endif
}
