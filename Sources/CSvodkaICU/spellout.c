#include "svodka_icu_spellout.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

struct svodka_speller {
  UNumberFormat *format;
};

svodka_speller *svodka_speller_open(const char *locale, const char *rules, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &status);
  if (U_SUCCESS(status) && rules) {
    UChar name[128];
    int32_t length = 0;
    u_strFromUTF8(name, 128, &length, rules, -1, &status);
    if (U_SUCCESS(status)) unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, name, length, &status);
  }
  svodka_speller *speller = U_SUCCESS(status) ? calloc(1, sizeof *speller) : NULL;
  if (!speller) {
    if (format) unum_close(format);
    *error = U_FAILURE(status) ? status : U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  speller->format = format;
  *error = 0;
  return speller;
}

void svodka_speller_close(svodka_speller *speller) {
  if (!speller) return;
  unum_close(speller->format);
  free(speller);
}

int32_t svodka_speller_spell(svodka_speller *speller, int64_t number, char *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[512];
  int32_t length = unum_formatInt64(speller->format, number, wide, 512, NULL, &status);
  if (U_FAILURE(status) || length > 512) return -1;
  int32_t written = 0;
  u_strToUTF8(out, capacity, &written, wide, length, &status);
  return U_FAILURE(status) ? -1 : written;
}
