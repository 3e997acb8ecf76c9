#include "svodka_pack.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

int32_t svodka_inflate_raw(const uint8_t *in, uint64_t count, uint8_t *out, uint64_t room) {
  z_stream stream;
  memset(&stream, 0, sizeof stream);
  if (count > UINT32_MAX || room > UINT32_MAX || inflateInit2(&stream, -15) != Z_OK) return 0;
  stream.next_in = (Bytef *)in;
  stream.avail_in = (uInt)count;
  stream.next_out = out;
  stream.avail_out = (uInt)room;
  int status = inflate(&stream, Z_FINISH);
  int32_t whole = status == Z_STREAM_END && stream.avail_out == 0;
  inflateEnd(&stream);
  return whole;
}

uint32_t svodka_crc32(const uint8_t *bytes, uint64_t count) { return (uint32_t)crc32_z(0, bytes, (z_size_t)count); }

static uint64_t mix(uint64_t state, uint64_t word) {
  state = (state ^ word) * 0x9E3779B97F4A7C15u;
  return state << 29 | state >> 35;
}

uint64_t svodka_checksum(const uint8_t *bytes, uint64_t count) {
  uint64_t lanes[4] = {1, 2, 3, 4};
  uint64_t i = 0;
  for (; i + 32 <= count; i += 32) {
    uint64_t words[4];
    memcpy(words, bytes + i, sizeof words);
    for (int lane = 0; lane < 4; lane++) lanes[lane] = mix(lanes[lane], words[lane]);
  }
  uint64_t state = mix(mix(mix(mix(count, lanes[0]), lanes[1]), lanes[2]), lanes[3]);
  for (; i < count; i++) state = mix(state, bytes[i]);
  return state;
}

const uint8_t *svodka_map(const char *path, uint64_t *count) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) {
    *count = (uint64_t)errno;
    return NULL;
  }
  struct stat status;
  void *bytes = MAP_FAILED;
  if (fstat(file, &status) == 0) bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
  if (bytes == MAP_FAILED) {
    *count = (uint64_t)errno;
    close(file);
    return NULL;
  }
  close(file);
  *count = (uint64_t)status.st_size;
  return bytes;
}

void svodka_unmap(const uint8_t *bytes, uint64_t count) { munmap((void *)bytes, (size_t)count); }

void svodka_forget_pages(const uint8_t *bytes, uint64_t count) { madvise((void *)bytes, (size_t)count, MADV_DONTNEED); }

void *svodka_large(uint64_t count) {
  const uint64_t page = 2 << 20;
  void *bytes = NULL;
  if (count < page) return malloc(count);
  count = (count + page - 1) / page * page;
  if (posix_memalign(&bytes, page, count) != 0) return NULL;
#ifdef MADV_HUGEPAGE
  madvise(bytes, count, MADV_HUGEPAGE);
#endif
  return bytes;
}

void svodka_free_large(void *bytes) { free(bytes); }
