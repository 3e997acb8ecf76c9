/* Layers of maxout with three pieces, and what follows them; see tile.h for what must be defined before, and besides
 *   MAXOUT_ROWS  rows of a tile, so that 3 * MAXOUT_ROWS + 4 registers are enough
 *
 * Weights are packed with the columns in the order [group of 32 outputs][piece][output], so that a group is three panels
 * and a tile holds all pieces of its outputs. */

static inline __attribute__((always_inline)) void NAME(maxout_tile)(
    int rows, const float *a, int64_t a_stride, const float *b, int64_t inner, const float *bias, float *c,
    int64_t c_stride, int64_t left) {
  const int64_t panel = inner * SVODKA_PANEL;
  NAME(vector) sum[MAXOUT_ROWS][3];
  for (int r = 0; r < rows; r++)
    for (int p = 0; p < 3; p++) sum[r][p] = (NAME(vector)){0};
  for (int64_t k = 0; k < inner; k++) {
    NAME(vector) first = *(const NAME(loose) *)(b + k * SVODKA_PANEL);
    NAME(vector) second = *(const NAME(loose) *)(b + k * SVODKA_PANEL + panel);
    NAME(vector) third = *(const NAME(loose) *)(b + k * SVODKA_PANEL + 2 * panel);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      float value = a[r * a_stride + k];
      sum[r][0] += first * value;
      sum[r][1] += second * value;
      sum[r][2] += third * value;
    }
  }
  for (int r = 0; r < rows; r++) {
    NAME(vector) best = sum[r][0] + *(const NAME(loose) *)bias;
    best = __builtin_elementwise_max(best, sum[r][1] + *(const NAME(loose) *)(bias + SVODKA_PANEL));
    best = __builtin_elementwise_max(best, sum[r][2] + *(const NAME(loose) *)(bias + 2 * SVODKA_PANEL));
    if (left >= LANES)
      *(NAME(loose) *)(c + r * c_stride) = best;
    else
      for (int64_t lane = 0; lane < left; lane++) c[r * c_stride + lane] = best[lane];
  }
}

#define MAXOUT_TILE(n)                                                                                        \
  case n:                                                                                                     \
    NAME(maxout_tile)(n, a + row * a_stride, a_stride, b, inner, bias + place, c + row * c_stride + j, c_stride, \
                      outputs - j);                                                                           \
    break;

static void NAME(maxout)(const float *a, int64_t a_stride, int64_t rows, const float *packed, const float *bias,
                         int64_t inner, int64_t outputs, float *c, int64_t c_stride) {
  for (int64_t j = 0; j < outputs; j += LANES) {
    int64_t group = j / SVODKA_PANEL, place = group * 3 * SVODKA_PANEL + j % SVODKA_PANEL;
    const float *b = packed + group * 3 * SVODKA_PANEL * inner + j % SVODKA_PANEL;
    int64_t row = 0;
    for (; row + MAXOUT_ROWS <= rows; row += MAXOUT_ROWS)
      NAME(maxout_tile)(MAXOUT_ROWS, a + row * a_stride, a_stride, b, inner, bias + place, c + row * c_stride + j,
                        c_stride, outputs - j);
    switch (rows - row) {
#if MAXOUT_ROWS > 4
      MAXOUT_TILE(7) MAXOUT_TILE(6) MAXOUT_TILE(5) MAXOUT_TILE(4)
#endif
      MAXOUT_TILE(3) MAXOUT_TILE(2) MAXOUT_TILE(1)
    }
  }
}

#undef MAXOUT_TILE

static void NAME(sum_maxout)(const float *const *parts, int64_t count, int64_t rows, const float *bias,
                             int64_t outputs, float *c, int64_t c_stride) {
  for (int64_t r = 0; r < rows; r++, parts += count, c += c_stride)
    for (int64_t j = 0; j < outputs; j += LANES) {
      int64_t place = j / SVODKA_PANEL * 3 * SVODKA_PANEL + j % SVODKA_PANEL;
      NAME(vector) best = {0};
      for (int64_t p = 0; p < 3; p++, place += SVODKA_PANEL) {
        NAME(vector) sum = *(const NAME(loose) *)(bias + place);
        for (int64_t i = 0; i < count; i++)
          if (parts[i]) sum += *(const NAME(loose) *)(parts[i] + place);
        best = p == 0 ? sum : __builtin_elementwise_max(best, sum);
      }
      if (outputs - j >= LANES)
        *(NAME(loose) *)(c + j) = best;
      else
        for (int64_t lane = 0; lane < outputs - j; lane++) c[j + lane] = best[lane];
    }
}

static void NAME(normalize)(const float *a, int64_t a_stride, int64_t rows, int64_t columns, const float *scale,
                            const float *shift, const float *const *added, float *c, int64_t c_stride) {
  for (int64_t r = 0; r < rows; r++, a += a_stride, c += c_stride) {
    NAME(vector) sums = {0}, squares = {0};
    float sum = 0, square = 0;
    int64_t j = 0;
    for (; j + LANES <= columns; j += LANES) sums += *(const NAME(loose) *)(a + j);
    for (int64_t k = j; k < columns; k++) sum += a[k];
    for (int lane = 0; lane < LANES; lane++) sum += sums[lane];
    float mean = sum / (float)columns;
    for (int64_t k = 0; k < j; k += LANES) {
      NAME(vector) difference = *(const NAME(loose) *)(a + k) - mean;
      squares += difference * difference;
    }
    for (int64_t k = j; k < columns; k++) square += (a[k] - mean) * (a[k] - mean);
    for (int lane = 0; lane < LANES; lane++) square += squares[lane];
    float factor = 1 / __builtin_sqrtf(square / (float)columns + 1e-8f);
    const float *more = added ? added[r] : 0;
    for (int64_t k = 0; k < j; k += LANES) {
      NAME(vector) value = (*(const NAME(loose) *)(a + k) - mean) * factor;
      value = value * *(const NAME(loose) *)(scale + k) + *(const NAME(loose) *)(shift + k);
      if (more) value += *(const NAME(loose) *)(more + k);
      *(NAME(loose) *)(c + k) = value;
    }
    for (int64_t k = j; k < columns; k++)
      c[k] = (a[k] - mean) * factor * scale[k] + shift[k] + (more ? more[k] : 0);
  }
}
