#include "svodka_icu_transliteration.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct svodka_transliterator {
  UTransliterator *engine;
  UChar *wide;
  int32_t wide_capacity;
  char *narrow;
  int32_t narrow_capacity;
};

const char *svodka_icu_error_name(int32_t error) { return u_errorName((UErrorCode)error); }

svodka_transliterator *svodka_transliterator_open(const uint8_t *rules, int32_t length, int32_t reversed, int32_t *offset,
                                                  int32_t *error) {
  *offset = -1;
  *error = U_MEMORY_ALLOCATION_ERROR;
  svodka_transliterator *made = calloc(1, sizeof *made);
  UChar *wide = malloc(((size_t)length + 1) * sizeof *wide);
  if (made && wide) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place = {0};
    int32_t units = 0;
    static const UChar id[] = {'o', 'w', 'n', 0};
    u_strFromUTF8(wide, length + 1, &units, (const char *)rules, length, &status);
    if (U_SUCCESS(status)) {
      place.offset = -1;
      made->engine = utrans_openU(id, 3, reversed ? UTRANS_REVERSE : UTRANS_FORWARD, wide, units, &place, &status);
      if (U_FAILURE(status)) *offset = place.offset;
    }
    *error = U_FAILURE(status) ? (int32_t)status : 0;
  }
  free(wide);
  if (*error == 0) return made;
  svodka_transliterator_close(made);
  return NULL;
}

void svodka_transliterator_close(svodka_transliterator *transliterator) {
  if (!transliterator) return;
  utrans_close(transliterator->engine);
  free(transliterator->wide);
  free(transliterator->narrow);
  free(transliterator);
}

static int grow(void **buffer, int32_t *capacity, int64_t needed, size_t size) {
  if (needed <= *capacity) return 1;
  if (needed > INT32_MAX / 4) return 0;
  void *larger = realloc(*buffer, (size_t)needed * size);
  if (!larger) return 0;
  *buffer = larger;
  *capacity = (int32_t)needed;
  return 1;
}

int32_t svodka_transliterate(svodka_transliterator *t, const uint8_t *utf8, int32_t length, const uint8_t **out,
                             int32_t *out_length) {
  int64_t room = (int64_t)length * 2 + 64;
  for (int attempt = 0; attempt < 8; attempt++, room *= 4) {
    UErrorCode status = U_ZERO_ERROR;
    if (!grow((void **)&t->wide, &t->wide_capacity, room, sizeof *t->wide)) return U_MEMORY_ALLOCATION_ERROR;
    int32_t units = 0;
    u_strFromUTF8(t->wide, t->wide_capacity, &units, (const char *)utf8, length, &status);
    if (U_FAILURE(status)) return status;
    int32_t limit = units;
    utrans_transUChars(t->engine, t->wide, &units, t->wide_capacity, 0, &limit, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (U_FAILURE(status)) return status;
    if (!grow((void **)&t->narrow, &t->narrow_capacity, (int64_t)units * 3 + 1, 1)) return U_MEMORY_ALLOCATION_ERROR;
    u_strToUTF8(t->narrow, t->narrow_capacity, out_length, t->wide, units, &status);
    if (U_FAILURE(status)) return status;
    *out = (const uint8_t *)t->narrow;
    return 0;
  }
  return U_BUFFER_OVERFLOW_ERROR;
}
