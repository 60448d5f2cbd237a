// What Chancery uses of libxml2: the HTML parser, the tree that it gives, its table of entities; and
// the converter of encodings that libxml2 itself rests on.
#include <iconv.h>
#include <libxml/xmlversion.h>
// Debian's libxml2 would pull in ICU's headers, which clash with those that Foundation brings. Only a
// structure that Chancery never touches depends on them.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

/// Frees a string that libxml2 gave. Its own function is a global variable, which Swift may not touch.
static inline void chancery_xml_free(void *memory) {
    xmlFree(memory);
}
