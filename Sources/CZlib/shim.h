// What Chancery uses of zlib. Swift does not see macros that look like functions.
#include <zlib.h>

/// Starts inflating. `window` is 47 to take gzip and zlib by their headers, -15 for raw deflate.
static inline int chancery_inflate_init(z_stream *stream, int window) {
    return inflateInit2(stream, window);
}
