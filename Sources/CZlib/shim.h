#include <zlib.h>

/// inflateInit2 is a macro, which Swift does not see; 47 is zlib or gzip, told by its first bytes.
static inline int hoctap_inflate_init(z_stream *stream) { return inflateInit2(stream, 47); }
