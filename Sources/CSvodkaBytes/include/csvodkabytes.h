/* Gzip through zlib and SHA-256 through libmd, behind fixed-width integers and one opaque pointer. */
#ifndef CSVODKABYTES_H
#define CSVODKABYTES_H

#include <stdint.h>

/* Writes the SHA-256 of `count` bytes. */
void svodka_sha256(const uint8_t *bytes, uint64_t count, uint8_t *out32);

/* A gzip stream being inflated. Not to be used from two threads at once. */
typedef struct svodka_inflater svodka_inflater;

enum {
  SVODKA_INFLATE_MORE = 0,    /* goes on: give more input or more room */
  SVODKA_INFLATE_END = 1,     /* a gzip member ended; what follows may be another */
  SVODKA_INFLATE_DAMAGED = 2  /* no gzip, or a checksum that does not fit */
};

/* NULL when memory is short. */
svodka_inflater *svodka_inflater_open(void);
void svodka_inflater_close(svodka_inflater *inflater);

/* Inflates from `in` into `out` and says how much of each was used. */
int32_t svodka_inflater_run(svodka_inflater *inflater, const uint8_t *in, uint32_t in_count, uint32_t *in_used,
                            uint8_t *out, uint32_t out_room, uint32_t *out_made);

#endif
