/* Names of regions, normalisation, collation, versions.
   Only opaque pointers and fixed-width integers: no ICU type may reach Swift. */
#ifndef SVODKA_ICU_LOCALE_H
#define SVODKA_ICU_LOCALE_H
#include <stdint.h>

/* "72.1" and "15.0" into buffers of 20 bytes. */
void svodka_icu_version(char out[20]);
void svodka_unicode_version(char out[20]);

/* CLDR's name of a region ("RU") in a locale, in UTF-16. Returns its length, 0 when there is none, a negative number on
   failure. */
int32_t svodka_region_name(const char *region, const char *locale, uint16_t *out, int32_t capacity);
/* The n-th two-letter region code of ISO 3166-1 that ICU knows, NULL past the last. */
const char *svodka_region_code(int32_t n);

/* form: 0 NFC, 1 NFKC with case folding. Writes UTF-8. Returns the length (which may exceed the capacity: then nothing
   useful was written), or a negative number on failure. */
int64_t svodka_normalize(int32_t form, const uint8_t *utf8, int32_t length, uint8_t *out, int64_t capacity);

/* The offset of a zone such as "Europe/Moscow" from UTC at a moment, in milliseconds, with summer time. Returns 0, or ICU's
   error for a zone that it does not know. */
int32_t svodka_zone_offset(const char *zone, double milliseconds, int32_t *offset);

/* An open collator. Comparing is thread-safe; it is never changed after it is opened. */
typedef struct svodka_collator svodka_collator;
/* strength: 0 primary, 1 secondary, 2 tertiary. */
svodka_collator *svodka_collator_open(const char *locale, int32_t strength, int32_t *error);
void svodka_collator_close(svodka_collator *collator);
/* -1, 0 or 1. */
int32_t svodka_collator_compare(const svodka_collator *collator, const uint8_t *a, int32_t a_length, const uint8_t *b,
                                int32_t b_length);

#endif
