/* Layers of maxout with three pieces, and what follows them; see rows.h for what must be defined before.
 *
 * The columns of such a layer stand in the order [group of 32 outputs][piece][output]. */

static void NAME(max_pieces)(const float *a, int64_t a_stride, int64_t rows, int64_t outputs, float *c,
                             int64_t c_stride) {
  for (int64_t r = 0; r < rows; r++, a += a_stride, c += c_stride)
    for (int64_t j = 0; j < outputs; j += LANES) {
      const float *pieces = a + j / SVODKA_PANEL * 3 * SVODKA_PANEL + j % SVODKA_PANEL;
      NAME(vector) best = __builtin_elementwise_max((NAME(vector)) * (const NAME(loose) *)pieces,
                                                    (NAME(vector)) * (const NAME(loose) *)(pieces + SVODKA_PANEL));
      best = __builtin_elementwise_max(best, (NAME(vector)) * (const NAME(loose) *)(pieces + 2 * SVODKA_PANEL));
      if (outputs - j >= LANES)
        *(NAME(loose) *)(c + j) = best;
      else
        for (int64_t lane = 0; lane < outputs - j; lane++) c[j + lane] = best[lane];
    }
}

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
