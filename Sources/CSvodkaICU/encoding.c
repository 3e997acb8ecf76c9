#include "svodka_icu_encoding.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

struct svodka_charset {
  UConverter *converter;
  int64_t replaced;
};

static const UChar replacement = 0xFFFD;

/* One U+FFFD for each malformed or unassigned sequence. ICU's own substitution writes U+001A for some charsets. */
static void replace(const void *context, UConverterToUnicodeArgs *args, const char *units, int32_t length,
                    UConverterCallbackReason reason, UErrorCode *status) {
  (void)units, (void)length;
  if (reason > UCNV_IRREGULAR) return;
  *status = U_ZERO_ERROR;
  if (context) ((svodka_charset *)context)->replaced++;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

svodka_charset *svodka_charset_open(const char *name, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  svodka_charset *charset = calloc(1, sizeof *charset);
  if (!charset) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  charset->converter = ucnv_open(name, &status);
  if (U_SUCCESS(status)) ucnv_setToUCallBack(charset->converter, replace, charset, NULL, NULL, &status);
  *error = status;
  if (U_SUCCESS(status)) return charset;
  svodka_charset_close(charset);
  return NULL;
}

void svodka_charset_close(svodka_charset *charset) {
  if (!charset) return;
  ucnv_close(charset->converter);
  free(charset);
}

int32_t svodka_charset_feed(svodka_charset *charset, const uint8_t *bytes, int64_t length, int32_t flush,
                            uint16_t *target, int64_t capacity, int64_t *consumed, int64_t *written) {
  UErrorCode status = U_ZERO_ERROR;
  const char *source = (const char *)bytes;
  UChar *out = (UChar *)target;
  ucnv_toUnicode(charset->converter, &out, out + capacity, &source, source + length, NULL, (UBool)flush, &status);
  *consumed = source - (const char *)bytes;
  *written = out - (UChar *)target;
  if (status == U_BUFFER_OVERFLOW_ERROR) return 1;
  return U_FAILURE(status) ? (int32_t)status : 0;
}

int64_t svodka_charset_replaced(const svodka_charset *charset) { return charset->replaced; }

int32_t svodka_charset_table(const char *name, uint16_t table[256]) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(name, &status);
  if (U_FAILURE(status)) return status;
  UConverterType type = ucnv_getType(converter);
  if (type != UCNV_SBCS && type != UCNV_LATIN_1 && type != UCNV_US_ASCII) {
    ucnv_close(converter);
    return 1;
  }
  ucnv_setToUCallBack(converter, replace, NULL, NULL, NULL, &status);
  for (int i = 0; i < 256 && U_SUCCESS(status); i++) {
    char byte = (char)i;
    const char *source = &byte;
    UChar units[4] = {0xFFFD};
    UChar *out = units;
    ucnv_toUnicode(converter, &out, units + 4, &source, source + 1, NULL, 1, &status);
    table[i] = out == units ? 0xFFFD : units[0];
  }
  ucnv_close(converter);
  return U_FAILURE(status) ? (int32_t)status : 0;
}

int32_t svodka_charset_standard_name(const char *name, char *out, int32_t capacity) {
  static const char *const standards[] = {"MIME", "IANA"};
  for (int i = 0; i < 2; i++) {
    UErrorCode status = U_ZERO_ERROR;
    const char *found = ucnv_getStandardName(name, standards[i], &status);
    if (U_SUCCESS(status) && found && (int32_t)strlen(found) < capacity) {
      strcpy(out, found);
      return 1;
    }
  }
  return 0;
}

int32_t svodka_charset_detect(const uint8_t *bytes, int32_t length, char *out, int32_t capacity, int32_t *confidence,
                              int32_t most) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t found = 0, kept = 0, used = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  ucsdet_setText(detector, (const char *)bytes, length, &status);
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &found, &status);
  if (capacity > 0) out[0] = 0;
  for (int32_t i = 0; U_SUCCESS(status) && i < found && kept < most; i++) {
    const char *name = ucsdet_getName(matches[i], &status);
    int32_t certainty = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status) || !name) break;
    int32_t size = (int32_t)strlen(name);
    if (used + size + 2 > capacity) break;
    memcpy(out + used, name, (size_t)size);
    used += size;
    out[used++] = '\n';
    out[used] = 0;
    confidence[kept++] = certainty;
  }
  ucsdet_close(detector);
  return U_FAILURE(status) ? -1 : kept;
}
