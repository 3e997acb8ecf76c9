/* The tables are filled from SAX events, so that libxml2 builds no tree: nesting costs no stack, and a page is one walk. */
#include "csvodkaxml.h"

#include <libxml/HTMLparser.h>
#include <libxml/hash.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  void *items;
  uint32_t count, room, size;
} table;

struct svodka_page {
  table nodes, attributes, names, pool;
  xmlHashTablePtr index; /* name -> its number plus one */
  struct {
    const xmlChar *name;
    int32_t number;
  } recent[128];         /* the same by the address, at which the parser keeps a name while it reads a page */
  int32_t *open;         /* elements that are open, outermost first */
  uint32_t depth, depth_room, depth_limit;
  int32_t status;
  int dropping;          /* inside a script or style whose text is not kept */
  uint32_t unindexed;    /* between the comments noindex and /noindex */
  xmlParserCtxtPtr parser;
};

void svodka_xml_start(void) { xmlInitParser(); }

/* Room for `more` items; NULL, and the page's status, when memory is short. */
static void *grow(svodka_page *page, table *t, uint32_t more) {
  if (t->room - t->count < more) {
    uint64_t room = t->room ? (uint64_t)t->room * 2 : 1024;
    while (room < (uint64_t)t->count + more) room *= 2;
    void *items = room > INT32_MAX ? NULL : realloc(t->items, (size_t)room * t->size);
    if (items == NULL) {
      page->status = SVODKA_PAGE_NO_MEMORY;
      xmlStopParser(page->parser);
      return NULL;
    }
    t->items = items;
    t->room = (uint32_t)room;
  }
  void *place = (char *)t->items + (size_t)t->count * t->size;
  t->count += more;
  return place;
}

static uint32_t put(svodka_page *page, const xmlChar *text, uint32_t count) {
  uint32_t at = page->pool.count;
  void *place = grow(page, &page->pool, count);
  if (place != NULL && count > 0) memcpy(place, text, count);
  return at;
}

static int32_t find_name(svodka_page *page, const xmlChar *name) {
  intptr_t known = (intptr_t)xmlHashLookup(page->index, name);
  if (known > 0) return (int32_t)(known - 1);
  uint32_t count = (uint32_t)strlen((const char *)name);
  uint32_t at = put(page, name, count);
  svodka_name *entry = grow(page, &page->names, 1);
  if (entry == NULL) return 0;
  *entry = (svodka_name){at, count};
  xmlHashAddEntry(page->index, name, (void *)(intptr_t)page->names.count);
  return (int32_t)page->names.count - 1;
}

static int32_t name_of(svodka_page *page, const xmlChar *name) {
  uint32_t slot = (uint32_t)((uintptr_t)name >> 2) % 128;
  if (page->recent[slot].name != name || page->recent[slot].name == NULL) {
    page->recent[slot].number = find_name(page, name);
    page->recent[slot].name = name;
  }
  return page->recent[slot].number;
}

static svodka_node *node(svodka_page *page) {
  svodka_node *n = grow(page, &page->nodes, 1);
  if (n == NULL) return NULL;
  xmlParserInputPtr input = page->parser->input;
  *n = (svodka_node){.parent = page->depth ? page->open[page->depth - 1] : -1,
                     .end = (int32_t)page->nodes.count,
                     .name = -1,
                     .depth = (int32_t)page->depth,
                     .unindexed = page->unindexed,
                     .source = input ? (uint32_t)(input->consumed + (input->cur - input->base)) : 0};
  return n;
}

/* Moves the parser to the end of what a script or style holds: libxml2 reads it character by character, and it is most of many a page. Called
   where a tag has been read up to its '>'. The parser has its own copy of the page, in which a '>' is put in front of the end tag; from 2.14 on
   it may read the page where it lies. */
static void skip_content(svodka_page *page, const xmlChar *name) {
#if LIBXML_VERSION < 21400
  xmlParserInputPtr input = page->parser->input;
  if (input == NULL || *input->cur != '>') return;
  const xmlChar *at = input->cur + 1;
  int length = xmlStrlen(name);
  while ((at = memchr(at, '<', (size_t)(input->end - at))) != NULL) {
    if (input->end - at < length + 2) break;
    if (at[1] == '/' && !xmlStrncasecmp(at + 2, name, length)) break;
    at++;
  }
  if (at == NULL || input->end - at < length + 2) at = input->end;
  input->cur = at - 1;
  *(xmlChar *)input->cur = '>';
#else
  (void)page;
  (void)name;
#endif
}

static void start_element(void *context, const xmlChar *name, const xmlChar **attributes) {
  svodka_page *page = context;
  if (page->status != SVODKA_PAGE_READ) return;
  if (page->depth >= page->depth_limit) {
    page->status = SVODKA_PAGE_TOO_DEEP;
    xmlStopParser(page->parser);
    return;
  }
  if (page->depth == page->depth_room) {
    uint32_t room = page->depth_room ? page->depth_room * 2 : 256;
    int32_t *open = realloc(page->open, room * sizeof *open);
    if (open == NULL) {
      page->status = SVODKA_PAGE_NO_MEMORY;
      xmlStopParser(page->parser);
      return;
    }
    page->open = open;
    page->depth_room = room;
  }
  int32_t number = name_of(page, name);
  uint32_t first = page->attributes.count;
  int is_script = !xmlStrcasecmp(name, BAD_CAST "script"), json = 0;
  for (const xmlChar **a = attributes; a != NULL && a[0] != NULL; a += 2) {
    int32_t key = name_of(page, a[0]);
    uint32_t count = a[1] ? (uint32_t)strlen((const char *)a[1]) : 0;
    uint32_t at = put(page, a[1], count);
    svodka_attribute *entry = grow(page, &page->attributes, 1);
    if (entry == NULL) return;
    *entry = (svodka_attribute){key, at, count};
    if (is_script && !xmlStrcasecmp(a[0], BAD_CAST "type") && a[1] && xmlStrcasestr(a[1], BAD_CAST "ld+json")) json = 1;
  }
  svodka_node *n = node(page);
  if (n == NULL) return;
  n->name = number;
  n->text = first;
  n->text_count = page->attributes.count - first;
  page->open[page->depth++] = (int32_t)page->nodes.count - 1;
  if ((is_script && !json) || !xmlStrcasecmp(name, BAD_CAST "style")) {
    page->dropping = 1;
    skip_content(page, name);
  }
}

static void end_element(void *context, const xmlChar *name) {
  svodka_page *page = context;
  (void)name; /* libxml2 closes what is open, innermost first */
  if (page->status != SVODKA_PAGE_READ || page->depth == 0) return;
  svodka_node *nodes = page->nodes.items;
  nodes[page->open[--page->depth]].end = (int32_t)page->nodes.count;
  page->dropping = 0;
}

static void text(void *context, const xmlChar *bytes, int count) {
  svodka_page *page = context;
  if (page->status != SVODKA_PAGE_READ || page->dropping || count <= 0) return;
  svodka_node *nodes = page->nodes.items;
  svodka_node *last = page->nodes.count ? &nodes[page->nodes.count - 1] : NULL;
  int32_t parent = page->depth ? page->open[page->depth - 1] : -1;
  if (last && last->name < 0 && last->parent == parent && last->unindexed == page->unindexed && last->text + last->text_count == page->pool.count) {
    put(page, bytes, (uint32_t)count);
    if (page->status == SVODKA_PAGE_READ) last->text_count += (uint32_t)count;
    return;
  }
  uint32_t at = put(page, bytes, (uint32_t)count);
  svodka_node *n = page->status == SVODKA_PAGE_READ ? node(page) : NULL;
  if (n == NULL) return;
  n->text = at;
  n->text_count = (uint32_t)count;
}

static void comment(void *context, const xmlChar *value) {
  svodka_page *page = context;
  while (*value == ' ') value++;
  uint32_t starts = *value != '/';
  if (!starts) value++;
  if (!xmlStrncasecmp(value, BAD_CAST "noindex", 7)) page->unindexed = starts;
}

static void quiet(void *context, const char *message, ...) {
  (void)context;
  (void)message;
}

/* True when some tag has too many attributes, by the blanks outside of quotation marks. */
static int has_too_many_attributes(const char *page, uint32_t count) {
  const char *at = page, *end = page + count;
  while ((at = memchr(at, '<', (size_t)(end - at))) != NULL) {
    uint32_t attributes = 0;
    char quote = 0;
    at++;
    /* No tag: a comment, an end, a sign in running text. */
    if (at == end || (*at | 0x20) < 'a' || (*at | 0x20) > 'z') continue;
    for (; at < end && (quote || *at != '>'); at++) {
      if (quote) {
        at = memchr(at, quote, (size_t)(end - at));
        if (at == NULL) return 0;
        quote = 0;
      } else if ((*at == '"' || *at == '\'') && at[-1] == '=') {
        quote = *at;
      } else if (*at == '<') {
        break;
      } else if ((unsigned char)*at > 0x20 && (unsigned char)at[-1] <= 0x20 && ++attributes > SVODKA_PAGE_ATTRIBUTES) {
        return 1;
      }
    }
    if (at >= end) break;
  }
  return 0;
}

static svodka_page *read_page(const char *utf8, uint32_t count, uint32_t depth_limit, int32_t *status);

svodka_page *svodka_page_read(const char *utf8, uint32_t count, uint32_t depth_limit, int32_t *status) {
  *status = SVODKA_PAGE_NO_MEMORY;
  if (count == 0 || memchr(utf8, 0, count) == NULL) return read_page(utf8, count, depth_limit, status);
  /* A NUL would end the page for libxml2. */
  char *copy = malloc(count);
  if (copy == NULL) return NULL;
  for (uint32_t i = 0; i < count; i++) copy[i] = utf8[i] ? utf8[i] : ' ';
  svodka_page *page = read_page(copy, count, depth_limit, status);
  free(copy);
  return page;
}

static svodka_page *read_page(const char *utf8, uint32_t count, uint32_t depth_limit, int32_t *status) {
  svodka_page *page = calloc(1, sizeof *page);
  if (page == NULL) return NULL;
  page->nodes.size = sizeof(svodka_node);
  page->attributes.size = sizeof(svodka_attribute);
  page->names.size = sizeof(svodka_name);
  page->pool.size = 1;
  page->depth_limit = depth_limit;
  page->index = xmlHashCreate(256);
  if (count == 0) {
    *status = SVODKA_PAGE_READ;
    return page;
  }
  if (has_too_many_attributes(utf8, count)) {
    *status = SVODKA_PAGE_TOO_MANY_ATTRIBUTES;
    return page;
  }
  xmlParserCtxtPtr parser = page->index && count <= INT32_MAX ? htmlCreateMemoryParserCtxt(utf8, (int)count) : NULL;
  if (parser == NULL) return page;
  page->parser = parser;
  htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                 HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  if (parser->input->encoding == NULL) parser->input->encoding = xmlStrdup(BAD_CAST "UTF-8");
  htmlSAXHandler handler = {.startElement = start_element,
                            .endElement = end_element,
                            .characters = text,
                            .ignorableWhitespace = text,
                            .cdataBlock = text,
                            .comment = comment,
                            .warning = quiet,
                            .error = quiet};
  *parser->sax = handler;
  parser->userData = page;
  htmlParseDocument(parser);
  if (page->status == SVODKA_PAGE_READ) {
    svodka_node *nodes = page->nodes.items;
    while (page->depth > 0) nodes[page->open[--page->depth]].end = (int32_t)page->nodes.count;
  }
  parser->userData = parser;
  page->parser = NULL;
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  htmlFreeParserCtxt(parser);
  xmlHashFree(page->index, NULL);
  page->index = NULL;
  *status = page->status;
  return page;
}

void svodka_page_free(svodka_page *page) {
  if (page == NULL) return;
  if (page->index) xmlHashFree(page->index, NULL);
  free(page->nodes.items);
  free(page->attributes.items);
  free(page->names.items);
  free(page->pool.items);
  free(page->open);
  free(page);
}

const svodka_node *svodka_page_nodes(const svodka_page *page, uint32_t *count) {
  *count = page->nodes.count;
  return page->nodes.items;
}

const svodka_attribute *svodka_page_attributes(const svodka_page *page, uint32_t *count) {
  *count = page->attributes.count;
  return page->attributes.items;
}

const svodka_name *svodka_page_names(const svodka_page *page, uint32_t *count) {
  *count = page->names.count;
  return page->names.items;
}

const uint8_t *svodka_page_pool(const svodka_page *page, uint32_t *count) {
  *count = page->pool.count;
  return page->pool.items;
}
