#include "csvodkabytes.h"

#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sha2.h>
#include <zlib.h>

void svodka_sha256(const uint8_t *bytes, uint64_t count, uint8_t *out32) {
  SHA2_CTX context;
  SHA256Init(&context);
  if (count > 0) SHA256Update(&context, bytes, (size_t)count);
  SHA256Final(out32, &context);
}

struct svodka_inflater {
  z_stream stream;
};

svodka_inflater *svodka_inflater_open(void) {
  svodka_inflater *inflater = calloc(1, sizeof *inflater);
  if (inflater == NULL) return NULL;
  /* 15 window bits; 16 more ask for the gzip wrapper and its checksum. */
  if (inflateInit2(&inflater->stream, 15 + 16) != Z_OK) {
    free(inflater);
    return NULL;
  }
  return inflater;
}

void svodka_inflater_close(svodka_inflater *inflater) {
  if (inflater == NULL) return;
  inflateEnd(&inflater->stream);
  free(inflater);
}

int32_t svodka_inflater_run(svodka_inflater *inflater, const uint8_t *in, uint32_t in_count, uint32_t *in_used,
                            uint8_t *out, uint32_t out_room, uint32_t *out_made) {
  z_stream *stream = &inflater->stream;
  stream->next_in = (Bytef *)in;
  stream->avail_in = in_count;
  stream->next_out = out;
  stream->avail_out = out_room;
  int status = inflate(stream, Z_NO_FLUSH);
  *in_used = in_count - stream->avail_in;
  *out_made = out_room - stream->avail_out;
  switch (status) {
    case Z_STREAM_END:
      return inflateReset(stream) == Z_OK ? SVODKA_INFLATE_END : SVODKA_INFLATE_DAMAGED;
    case Z_OK:
    case Z_BUF_ERROR:
      return SVODKA_INFLATE_MORE;
    default:
      return SVODKA_INFLATE_DAMAGED;
  }
}
