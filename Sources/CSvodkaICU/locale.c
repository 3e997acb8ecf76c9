#include "svodka_icu_locale.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucal.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/uversion.h>

void svodka_icu_version(char out[20]) {
  UVersionInfo version;
  u_getVersion(version);
  version[2] = version[3] = 0;
  u_versionToString(version, out);
}

void svodka_unicode_version(char out[20]) {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  version[2] = version[3] = 0;
  u_versionToString(version, out);
}

int32_t svodka_region_name(const char *region, const char *locale, uint16_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *names = uldn_open(locale, ULDN_STANDARD_NAMES, &status);
  int32_t length = uldn_regionDisplayName(names, region, (UChar *)out, capacity, &status);
  uldn_close(names);
  if (U_FAILURE(status)) return -1;
  /* ICU answers with the code itself where it has no name. */
  if (length == (int32_t)strlen(region)) {
    int32_t same = 0;
    while (same < length && out[same] == (uint16_t)region[same]) same++;
    if (same == length) return 0;
  }
  return length;
}

const char *svodka_region_code(int32_t n) {
  const char *const *codes = uloc_getISOCountries();
  for (int32_t i = 0; codes[i]; i++)
    if (i == n) return codes[i];
  return NULL;
}

int64_t svodka_normalize(int32_t form, const uint8_t *utf8, int32_t length, uint8_t *out, int64_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = form == 0 ? unorm2_getNFCInstance(&status) : unorm2_getNFKCCasefoldInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t wide = 0;
  u_strFromUTF8WithSub(NULL, 0, &wide, (const char *)utf8, length, 0xFFFD, NULL, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status)) return -1;
  if (wide == 0) return 0;
  status = U_ZERO_ERROR;
  int64_t result = -1;
  UChar *source = malloc((size_t)wide * sizeof *source);
  UChar *target = NULL;
  if (!source) return -1;
  u_strFromUTF8WithSub(source, wide, NULL, (const char *)utf8, length, 0xFFFD, NULL, &status);
  int32_t needed = unorm2_normalize(normalizer, source, wide, NULL, 0, &status);
  if (status == U_BUFFER_OVERFLOW_ERROR || status == U_STRING_NOT_TERMINATED_WARNING || U_SUCCESS(status)) {
    status = U_ZERO_ERROR;
    target = malloc(((size_t)needed + 1) * sizeof *target);
    if (target) {
      unorm2_normalize(normalizer, source, wide, target, needed + 1, &status);
      int32_t bytes = 0;
      if (U_SUCCESS(status)) {
        u_strToUTF8((char *)out, (int32_t)capacity, &bytes, target, needed, &status);
        if (U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR) result = bytes;
      }
    }
  }
  free(source);
  free(target);
  return result;
}

svodka_collator *svodka_collator_open(const char *locale, int32_t strength, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  if (U_SUCCESS(status)) ucol_setStrength(collator, strength == 0 ? UCOL_PRIMARY : strength == 1 ? UCOL_SECONDARY : UCOL_TERTIARY);
  *error = status;
  if (U_SUCCESS(status)) return (svodka_collator *)collator;
  ucol_close(collator);
  return NULL;
}

void svodka_collator_close(svodka_collator *collator) { ucol_close((UCollator *)collator); }

int32_t svodka_collator_compare(const svodka_collator *collator, const uint8_t *a, int32_t a_length, const uint8_t *b,
                                int32_t b_length) {
  UErrorCode status = U_ZERO_ERROR;
  UCollationResult result = ucol_strcollUTF8((const UCollator *)collator, (const char *)a, a_length, (const char *)b, b_length, &status);
  return result == UCOL_LESS ? -1 : result == UCOL_GREATER ? 1 : 0;
}

int32_t svodka_zone_offset(const char *zone, double milliseconds, int32_t *offset) {
  UErrorCode status = U_ZERO_ERROR;
  UChar name[64], canonical[64];
  int32_t length = 0;
  *offset = 0;
  u_strFromUTF8(name, 64, &length, zone, -1, &status);
  if (U_FAILURE(status)) return status;
  /* Opening a calendar would take an unknown zone for UTC. */
  UBool is_system = 0;
  ucal_getCanonicalTimeZoneID(name, length, canonical, 64, &is_system, &status);
  if (U_FAILURE(status)) return status;
  UCalendar *calendar = ucal_open(name, length, "", UCAL_GREGORIAN, &status);
  ucal_setMillis(calendar, milliseconds, &status);
  *offset = ucal_get(calendar, UCAL_ZONE_OFFSET, &status) + ucal_get(calendar, UCAL_DST_OFFSET, &status);
  ucal_close(calendar);
  return U_FAILURE(status) ? status : 0;
}
