#include "svodka_icu_segmentation.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

struct svodka_breaks {
  UBreakIterator *iterator;
  UText *text;
};

static svodka_breaks *wrap(UBreakIterator *iterator, int32_t *error) {
  svodka_breaks *breaks = calloc(1, sizeof *breaks);
  if (!breaks) {
    ubrk_close(iterator);
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  breaks->iterator = iterator;
  return breaks;
}

svodka_breaks *svodka_breaks_open(int32_t kind, const char *locale, int32_t *error) {
  static const UBreakIteratorType kinds[] = {UBRK_WORD, UBRK_SENTENCE, UBRK_CHARACTER, UBRK_LINE};
  if (kind < 0 || kind > 3) {
    *error = U_ILLEGAL_ARGUMENT_ERROR;
    return NULL;
  }
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open(kinds[kind], locale, NULL, 0, &status);
  *error = status;
  return U_FAILURE(status) ? NULL : wrap(iterator, error);
}

svodka_breaks *svodka_breaks_open_rules(const char *rules, int32_t *line, int32_t *offset, int32_t *error) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  size_t bytes = strlen(rules);
  UChar *wide = malloc((bytes + 1) * sizeof *wide);
  if (!wide) {
    *error = U_MEMORY_ALLOCATION_ERROR;
    return NULL;
  }
  u_strFromUTF8(wide, (int32_t)bytes + 1, &length, rules, (int32_t)bytes, &status);
  UParseError place = {0};
  UBreakIterator *iterator = U_FAILURE(status) ? NULL : ubrk_openRules(wide, length, NULL, 0, &place, &status);
  free(wide);
  *error = status;
  *line = place.line;
  *offset = place.offset;
  return U_FAILURE(status) ? NULL : wrap(iterator, error);
}

void svodka_breaks_close(svodka_breaks *breaks) {
  if (!breaks) return;
  ubrk_close(breaks->iterator);
  utext_close(breaks->text);
  free(breaks);
}

int32_t svodka_breaks_set_text(svodka_breaks *breaks, const uint8_t *utf8, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  breaks->text = utext_openUTF8(breaks->text, (const char *)utf8, length, &status);
  if (U_FAILURE(status)) return status;
  ubrk_setUText(breaks->iterator, breaks->text, &status);
  return U_FAILURE(status) ? status : 0;
}

int32_t svodka_breaks_next(svodka_breaks *breaks) { return ubrk_next(breaks->iterator); }

int32_t svodka_breaks_status(svodka_breaks *breaks) { return ubrk_getRuleStatus(breaks->iterator); }
