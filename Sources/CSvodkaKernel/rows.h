/* Work on rows that all builds share; see tile.h for what must be defined before. */

typedef float NAME(vector) __attribute__((vector_size(LANES * 4)));
typedef float NAME(loose) __attribute__((vector_size(LANES * 4), aligned(4)));

static inline NAME(vector) NAME(finish)(NAME(vector) value, const svodka_epilogue *epilogue, int64_t column) {
  if (epilogue->bias) value += *(const NAME(loose) *)(epilogue->bias + column);
  if (epilogue->relu) value = __builtin_elementwise_max(value, (NAME(vector)){0});
  if (epilogue->scale)
    value = value * *(const NAME(loose) *)(epilogue->scale + column) + *(const NAME(loose) *)(epilogue->shift + column);
  return value;
}

static void NAME(sum)(const float *const *parts, int64_t count, int64_t rows, int64_t columns, float *c,
                      int64_t c_stride, const svodka_epilogue *epilogue) {
  for (int64_t r = 0; r < rows; r++, parts += count, c += c_stride) {
    int64_t j = 0;
    int whole = count == SVODKA_PARTS;
    for (int64_t p = 0; p < count; p++) whole = whole && parts[p];
    /* Most rows have all their parts: a loop of known length without questions. */
    if (whole)
      for (; j + LANES <= columns; j += LANES) {
        NAME(vector) sum = {0};
#pragma clang loop unroll(full)
        for (int64_t p = 0; p < SVODKA_PARTS; p++) sum += *(const NAME(loose) *)(parts[p] + j);
        *(NAME(loose) *)(c + j) = NAME(finish)(sum, epilogue, j);
      }
    for (; j + LANES <= columns; j += LANES) {
      NAME(vector) sum = {0};
      for (int64_t p = 0; p < count; p++)
        if (parts[p]) sum += *(const NAME(loose) *)(parts[p] + j);
      *(NAME(loose) *)(c + j) = NAME(finish)(sum, epilogue, j);
    }
    for (; j < columns; j++) {
      float sum = 0;
      for (int64_t p = 0; p < count; p++)
        if (parts[p]) sum += parts[p][j];
      c[j] = finish_one(sum, epilogue, j);
    }
  }
}

static void NAME(best)(const float *a, int64_t a_stride, int64_t rows, int64_t columns, int32_t *best) {
  for (int64_t r = 0; r < rows; r++, a += a_stride) {
    float top = a[0];
    int64_t j = 0;
    if (columns >= LANES) {
      NAME(vector) tops = *(const NAME(loose) *)a;
      for (j = LANES; j + LANES <= columns; j += LANES)
        tops = __builtin_elementwise_max(tops, (NAME(vector)) * (const NAME(loose) *)(a + j));
      for (int lane = 0; lane < LANES; lane++) top = tops[lane] > top ? tops[lane] : top;
    }
    for (; j < columns; j++) top = a[j] > top ? a[j] : top;
    int32_t place = 0;
    while (place + LANES <= columns && !__builtin_reduce_or(*(const NAME(loose) *)(a + place) == top)) place += LANES;
    while (place < columns - 1 && a[place] != top) place++;
    best[r] = place;
  }
}

static void NAME(dots)(const float *a, const float *b, int64_t groups, int64_t length, float *c) {
  for (int64_t g = 0; g < groups; g++, a += length) {
    NAME(vector) sum = {0};
    int64_t k = 0;
    for (; k + LANES <= length; k += LANES) sum += *(const NAME(loose) *)(a + k) * *(const NAME(loose) *)(b + k);
    float total = 0;
    for (int lane = 0; lane < LANES; lane++) total += sum[lane];
    for (; k < length; k++) total += a[k] * b[k];
    c[g] = total;
  }
}
