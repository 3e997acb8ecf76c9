/* Numbers as a language writes them, and which form of a word goes with a number.
   Only opaque pointers and fixed-width integers: no ICU type may reach Swift. */
#ifndef SVODKA_ICU_WORDING_H
#define SVODKA_ICU_WORDING_H
#include <stdint.h>

/* Open plural rules and number formats of one locale. Not thread-safe: one task at a time. */
typedef struct svodka_wording svodka_wording;

/* On failure NULL, and *error is ICU's code. */
svodka_wording *svodka_wording_open(const char *locale, int32_t *error);
void svodka_wording_close(svodka_wording *wording);

/* CLDR's plural category of a whole number (zero, one, two, few, many, other) into out; 0, or ICU's error. */
int32_t svodka_wording_category(const svodka_wording *wording, int64_t number, char out[16]);

/* A number with so many digits behind the point and the locale's separators, in UTF-16. Returns its length, or a negative
   number on failure. */
int32_t svodka_wording_number(svodka_wording *wording, double number, int32_t digits, uint16_t *out, int32_t capacity);

#endif
