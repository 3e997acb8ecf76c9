/* Transliteration by ICU's rules.
   Only opaque pointers and fixed-width integers: no ICU type may reach Swift. */
#ifndef SVODKA_ICU_TRANSLITERATION_H
#define SVODKA_ICU_TRANSLITERATION_H
#include <stdint.h>

/* An open transliterator. Not thread-safe: one task at a time. */
typedef struct svodka_transliterator svodka_transliterator;

/* rules: ICU's syntax in UTF-8. reversed: 0 forward, 1 back. On failure NULL, *error is ICU's code, and *offset is the
   place in the rules as a UTF-16 offset, -1 where ICU does not say. */
svodka_transliterator *svodka_transliterator_open(const uint8_t *rules, int32_t length, int32_t reversed, int32_t *offset,
                                                  int32_t *error);
void svodka_transliterator_close(svodka_transliterator *transliterator);

/* Converts well-formed UTF-8. *out is the result in UTF-8, which stands until the next call; *out_length its length.
   Returns 0 or ICU's code. */
int32_t svodka_transliterate(svodka_transliterator *transliterator, const uint8_t *utf8, int32_t length,
                             const uint8_t **out, int32_t *out_length);

/* ICU's name of an error code, such as "U_MISSING_OPERATOR". */
const char *svodka_icu_error_name(int32_t error);

#endif
