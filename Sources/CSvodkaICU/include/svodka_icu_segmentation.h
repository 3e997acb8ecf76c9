/* Word and sentence boundaries by ICU's break iterators (UAX 29), over UTF-8.
   Only opaque pointers and fixed-width integers: no ICU type may reach Swift. */
#ifndef SVODKA_ICU_SEGMENTATION_H
#define SVODKA_ICU_SEGMENTATION_H
#include <stdint.h>

/* An open break iterator. Not thread-safe: one task at a time. */
typedef struct svodka_breaks svodka_breaks;

/* kind: 0 words, 1 sentences, 2 graphemes, 3 lines. locale: a BCP 47 or ICU locale. On failure NULL, and *error is ICU's code. */
svodka_breaks *svodka_breaks_open(int32_t kind, const char *locale, int32_t *error);
/* The same from rules of our own, as UTF-8; on a syntax error *line and *offset say where. */
svodka_breaks *svodka_breaks_open_rules(const char *rules, int32_t *line, int32_t *offset, int32_t *error);
void svodka_breaks_close(svodka_breaks *breaks);

/* Sets the text; it is not copied and must outlive the walk. */
int32_t svodka_breaks_set_text(svodka_breaks *breaks, const uint8_t *utf8, int64_t length);
/* The next boundary as a byte offset, or -1 at the end. */
int32_t svodka_breaks_next(svodka_breaks *breaks);
/* The status of the rule that made the last boundary: for words 100..199 number, 200..299 letters. */
int32_t svodka_breaks_status(svodka_breaks *breaks);

#endif
