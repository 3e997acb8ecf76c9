/* Numbers in words by ICU's rule-based number formats, as UTF-8.
   Only opaque pointers and fixed-width integers: no ICU type may reach Swift. */
#ifndef SVODKA_ICU_SPELLOUT_H
#define SVODKA_ICU_SPELLOUT_H
#include <stdint.h>

/* An open spell-out format. Not thread-safe: one task at a time. */
typedef struct svodka_speller svodka_speller;

/* locale: a BCP 47 or ICU locale; rules: a rule set such as %spellout-cardinal-masculine, or NULL for the locale's own.
   On failure NULL, and *error is ICU's code. */
svodka_speller *svodka_speller_open(const char *locale, const char *rules, int32_t *error);
void svodka_speller_close(svodka_speller *speller);

/* Spells a number into `out`; returns the length in bytes, or -1 on failure or when `capacity` is too small. */
int32_t svodka_speller_spell(svodka_speller *speller, int64_t number, char *out, int32_t capacity);

#endif
