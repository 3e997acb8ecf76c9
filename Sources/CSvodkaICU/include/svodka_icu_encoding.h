/* Charset conversion and detection by ICU.
   Only opaque pointers and fixed-width integers: no ICU type may reach Swift. */
#ifndef SVODKA_ICU_ENCODING_H
#define SVODKA_ICU_ENCODING_H
#include <stdint.h>

/* An open converter of one charset to UTF-16. Not thread-safe: one task at a time. */
typedef struct svodka_charset svodka_charset;

/* name: any alias that ICU knows. On failure NULL, and *error is ICU's code. */
svodka_charset *svodka_charset_open(const char *name, int32_t *error);
void svodka_charset_close(svodka_charset *charset);

/* Converts what fits. *consumed and *written are set; flush says that no bytes follow. Each malformed or unassigned
   sequence becomes one U+FFFD. Returns 0 when all bytes are consumed, 1 when the target is full, else ICU's code. */
int32_t svodka_charset_feed(svodka_charset *charset, const uint8_t *bytes, int64_t length, int32_t flush,
                            uint16_t *target, int64_t capacity, int64_t *consumed, int64_t *written);
/* How many sequences became U+FFFD so far. */
int64_t svodka_charset_replaced(const svodka_charset *charset);

/* The UTF-16 unit of each of the 256 bytes of a single-byte charset, 0xFFFD for those unassigned.
   Returns 0, 1 when the charset has longer characters, else ICU's code. */
int32_t svodka_charset_table(const char *name, uint16_t table[256]);

/* The charset's MIME or IANA name into out (NUL-terminated); returns 0 when the charset is not known. */
int32_t svodka_charset_standard_name(const char *name, char *out, int32_t capacity);

/* ICU's guesses about bytes, best first: names one a line into out (NUL-terminated), confidences (0..100) into
   confidence. Returns how many, or -1. */
int32_t svodka_charset_detect(const uint8_t *bytes, int32_t length, char *out, int32_t capacity, int32_t *confidence,
                              int32_t most);

#endif
