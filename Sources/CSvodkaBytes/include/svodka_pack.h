/* What packed files need: whole-buffer inflation, a quick checksum, read-only mapping. */
#ifndef SVODKA_PACK_H
#define SVODKA_PACK_H

#include <stdint.h>

/* Inflates a whole raw deflate stream (as zip holds it) into exactly `room` bytes; 0 when it is damaged or of another length. */
int32_t svodka_inflate_raw(const uint8_t *in, uint64_t count, uint8_t *out, uint64_t room);

/* The CRC-32 that zip and gzip use. */
uint32_t svodka_crc32(const uint8_t *bytes, uint64_t count);

/* A checksum of 64 bits at the speed of memory, against accidents and not against intent. */
uint64_t svodka_checksum(const uint8_t *bytes, uint64_t count);

/* Maps a file for reading; NULL when that fails, `*count` then holds errno. An empty file cannot be mapped. */
const uint8_t *svodka_map(const char *path, uint64_t *count);
void svodka_unmap(const uint8_t *bytes, uint64_t count);

/* Lets the pages of a mapping go; they come back from the file when they are read. */
void svodka_forget_pages(const uint8_t *bytes, uint64_t count);

/* Memory of megabytes that is written once from its start on, in large pages where the system has them: a fault for each
 * small page would cost as much as what is written. NULL when there is none. */
void *svodka_large(uint64_t count);
void svodka_free_large(void *bytes);

#endif
