/* HTML read by libxml2 into flat tables of fixed-width integers. No header of libxml2 may be included here. */
#ifndef CSVODKAXML_H
#define CSVODKAXML_H

#include <stdint.h>

/* An element or a text, in the order of the page: the descendants of node i are the nodes i+1 up to its `end`. */
typedef struct {
  int32_t parent;        /* -1 for a root */
  int32_t end;           /* one past the last descendant */
  int32_t name;          /* index of the element's name; -1 for a text */
  int32_t depth;         /* 0 for a root */
  uint32_t text;         /* where a text starts in the pool; of an element, its first attribute */
  uint32_t text_count;   /* bytes of a text; of an element, the number of its attributes */
  uint32_t source;       /* about where in the page it was found, in bytes */
  uint32_t unindexed;    /* 1 between the comments noindex and /noindex, by which pages keep furniture from search engines */
} svodka_node;

typedef struct {
  int32_t name;          /* index of the attribute's name */
  uint32_t value;        /* where the value starts in the pool */
  uint32_t value_count;  /* bytes of the value */
} svodka_attribute;

typedef struct {
  uint32_t text;         /* where the name starts in the pool */
  uint32_t text_count;
} svodka_name;

typedef struct svodka_page svodka_page;

/* The most attributes of one element. libxml2 compares each with all before it, so that many cost their square. */
#define SVODKA_PAGE_ATTRIBUTES 5000

enum {
  SVODKA_PAGE_READ = 0,
  SVODKA_PAGE_TOO_DEEP = 1,
  SVODKA_PAGE_NO_MEMORY = 2,
  SVODKA_PAGE_BROKEN = 3,
  SVODKA_PAGE_TOO_MANY_ATTRIBUTES = 4
};

/* Makes libxml2 ready; to be called once, before the first page. */
void svodka_xml_start(void);

/* Reads a page of UTF-8, at most 2^31-1 bytes; a NUL counts as a blank. Nothing is loaded: no entity, no DTD, no network. The text
   of scripts is kept for JSON-LD alone, that of styles never. The page is to be freed whatever `status` says; NULL when
   memory is short. */
svodka_page *svodka_page_read(const char *utf8, uint32_t count, uint32_t depth_limit, int32_t *status);
void svodka_page_free(svodka_page *page);

const svodka_node *svodka_page_nodes(const svodka_page *page, uint32_t *count);
const svodka_attribute *svodka_page_attributes(const svodka_page *page, uint32_t *count);
const svodka_name *svodka_page_names(const svodka_page *page, uint32_t *count);
const uint8_t *svodka_page_pool(const svodka_page *page, uint32_t *count);

#endif
