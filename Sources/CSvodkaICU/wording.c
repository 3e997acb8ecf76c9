#include "svodka_icu_wording.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/upluralrules.h>

struct svodka_wording {
  UPluralRules *rules;
  UNumberFormat *format;
};

svodka_wording *svodka_wording_open(const char *locale, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  svodka_wording *wording = calloc(1, sizeof *wording);
  if (!wording) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  wording->rules = uplrules_open(locale, &status);
  wording->format = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &status);
  *error = status;
  if (U_FAILURE(status)) {
    svodka_wording_close(wording);
    return NULL;
  }
  unum_setAttribute(wording->format, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFUP);
  return wording;
}

void svodka_wording_close(svodka_wording *wording) {
  if (!wording) return;
  if (wording->rules) uplrules_close(wording->rules);
  if (wording->format) unum_close(wording->format);
  free(wording);
}

int32_t svodka_wording_category(const svodka_wording *wording, int64_t number, char out[16]) {
  UErrorCode status = U_ZERO_ERROR;
  UChar keyword[16];
  int32_t length = uplrules_select(wording->rules, (double)number, keyword, 15, &status);
  if (U_FAILURE(status)) return status;
  for (int32_t i = 0; i < length; i++) out[i] = (char)keyword[i];
  out[length] = 0;
  return 0;
}

int32_t svodka_wording_number(svodka_wording *wording, double number, int32_t digits, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  unum_setAttribute(wording->format, UNUM_MIN_FRACTION_DIGITS, digits);
  unum_setAttribute(wording->format, UNUM_MAX_FRACTION_DIGITS, digits);
  int32_t length = unum_formatDouble(wording->format, number, (UChar *)out, capacity, NULL, &status);
  return U_FAILURE(status) || length > capacity ? -1 : length;
}
