#include "svodka_trees.h"

enum { LANES = 16 };
typedef float lanes_float __attribute__((vector_size(LANES * 4)));
typedef uint32_t lanes_uint __attribute__((vector_size(LANES * 4)));

#define TREES(name) base_##name
#include "trees.h"
#undef TREES

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define TREES(name) v3_##name
#include "trees.h"
#undef TREES
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("arch=x86-64-v4"))), apply_to = function)
#define TREES(name) v4_##name
#include "trees.h"
#undef TREES
#pragma clang attribute pop
#endif

void svodka_ask_trees(const svodka_branch *branches, const uint32_t *ends, const float *answers, uint32_t trees,
                      const float *values, uint32_t rows, uint32_t width, float *sums) {
  void (*ask)(const svodka_branch *, const uint32_t *, const float *, uint32_t, const lanes_float *, float *) = base_ask;
#if defined(__x86_64__)
  if (__builtin_cpu_supports("x86-64-v4")) {
    ask = v4_ask;
  } else if (__builtin_cpu_supports("x86-64-v3")) {
    ask = v3_ask;
  }
#endif
  lanes_float columns[SVODKA_TREE_FEATURES];
  for (uint32_t first = 0; first < rows; first += LANES) {
    uint32_t count = rows - first < LANES ? rows - first : LANES;
    float answered[LANES] = {0};
    for (uint32_t lane = 0; lane < LANES; lane++) {
      /* Lanes without a row repeat the last one. */
      uint32_t row = first + (lane < count ? lane : count - 1);
      answered[lane] = sums[row];
      for (uint32_t f = 0; f < width; f++) columns[f][lane] = values[(uint64_t)row * width + f];
    }
    ask(branches, ends, answers, trees, columns, answered);
    for (uint32_t lane = 0; lane < count; lane++) sums[first + lane] = answered[lane];
  }
}
