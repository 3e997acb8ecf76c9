/* The tile that all builds share. Before it is included there must be:
 *   NAME(x)  a name of the build's own
 *   LANES    floats in a register
 *   ROWS     rows of a tile, so that 2 * ROWS + 3 registers are enough
 * The vector types are those of rows.h. A tile is ROWS rows by two registers of columns. Unrolling over k makes the compiler spill, so it is not asked for. */

static inline __attribute__((always_inline)) void NAME(tile)(
    int rows, const float *a, int64_t a_stride, const float *b, int64_t inner, int64_t columns, int64_t first, float *c,
    int64_t c_stride, const svodka_epilogue *epilogue) {
  NAME(vector) sum[ROWS][2];
  for (int r = 0; r < rows; r++) sum[r][0] = sum[r][1] = (NAME(vector)){0};
  for (int64_t k = 0; k < inner; k++) {
    NAME(vector) left = *(const NAME(loose) *)(b + k * SVODKA_PANEL);
    NAME(vector) right = *(const NAME(loose) *)(b + k * SVODKA_PANEL + LANES);
#pragma clang loop unroll(full)
    for (int r = 0; r < rows; r++) {
      float value = a[r * a_stride + k];
      sum[r][0] += left * value;
      sum[r][1] += right * value;
    }
  }
  if (first + 2 * LANES <= columns) {
    for (int r = 0; r < rows; r++) {
      *(NAME(loose) *)(c + r * c_stride + first) = NAME(finish)(sum[r][0], epilogue, first);
      *(NAME(loose) *)(c + r * c_stride + first + LANES) = NAME(finish)(sum[r][1], epilogue, first + LANES);
    }
    return;
  }
  for (int r = 0; r < rows; r++)
    for (int64_t j = first; j < columns; j++) {
      float value = sum[r][(j - first) / LANES][(j - first) % LANES];
      c[r * c_stride + j] = finish_one(value, epilogue, j);
    }
}

#define TILE(n)                                                                                    \
  case n:                                                                                          \
    NAME(tile)(n, a + row * a_stride, a_stride, b, inner, columns, first, c + row * c_stride, c_stride, epilogue); \
    break;

static void NAME(multiply)(const float *a, int64_t a_stride, int64_t rows, const float *packed, int64_t inner,
                           int64_t columns, float *c, int64_t c_stride, const svodka_epilogue *epilogue) {
  for (int64_t first = 0; first < columns; first += 2 * LANES) {
    const float *b = packed + first / SVODKA_PANEL * SVODKA_PANEL * inner + first % SVODKA_PANEL;
    int64_t row = 0;
    /* One or two rows alone would wait for their own sums, so that they share the last whole tile in two. */
    int64_t rest = rows % ROWS;
    int64_t whole = rest > 0 && rest < 3 && rows > ROWS ? rows - rest - ROWS : rows - rest;
    for (; row < whole; row += ROWS)
      NAME(tile)(ROWS, a + row * a_stride, a_stride, b, inner, columns, first, c + row * c_stride, c_stride, epilogue);
    if (rows - row > ROWS) {
      NAME(tile)(ROWS / 2 + 1, a + row * a_stride, a_stride, b, inner, columns, first, c + row * c_stride, c_stride, epilogue);
      row += ROWS / 2 + 1;
    }
    switch (rows - row) {
#if ROWS > 6
      TILE(11) TILE(10) TILE(9) TILE(8) TILE(7) TILE(6)
#endif
#if ROWS > 4
      TILE(5) TILE(4)
#endif
      TILE(3) TILE(2) TILE(1)
    }
  }
}

#undef TILE
