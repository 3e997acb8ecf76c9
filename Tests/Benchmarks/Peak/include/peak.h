#ifndef SVODKA_PEAK_H
#define SVODKA_PEAK_H

#include <stdint.h>

/* What a core can do at most: `rounds` times as many fused multiply-adds as keep both of its units busy, out of registers
 * alone. `lanes` is 16 (AVX-512), 8 (AVX2) or 4. Returns how many floating-point operations that were; 0 for a width that
 * this processor does not have. `sink` takes the result, so that nothing can be left out. */
int64_t svodka_peak(int32_t lanes, int64_t rounds, float *sink);

#endif
