#include <stdint.h>
#include <string.h>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Sixty-four bytes compared at once, one bit of the answer for each. In C because Swift has no way
// from a vector to bits and works its own vectors of this width one byte at a time.

typedef uint8_t hoctap_block __attribute__((vector_size(64)));

/// A bit for each byte of `found`, which are 0 or FF, the first byte's the lowest.
static inline uint64_t hoctap_bits(const hoctap_block *found) {
  uint64_t bits = 0;
#if defined(__SSE2__)
  for (int part = 3; part >= 0; part--) {
    __m128i bytes = _mm_load_si128((const __m128i *)found + part);
    bits = bits << 16 | (uint64_t)_mm_movemask_epi8(bytes);
  }
#else
  for (int byte = 63; byte >= 0; byte--) bits = bits << 1 | ((*found)[byte] & 1);
#endif
  return bits;
}

/// The bytes that give a table its shape.
struct hoctap_table_marks {
  /// Separators, line ends and quotes.
  uint64_t all;
  /// Those of them that are no separators.
  uint64_t stops;
};

static inline struct hoctap_table_marks hoctap_table_marks(const void *bytes, uint8_t separator) {
  hoctap_block block;
  memcpy(&block, bytes, sizeof block);
  hoctap_block stops = (hoctap_block)(block == '"') | (hoctap_block)(block == '\n') |
                       (hoctap_block)(block == '\r');
  hoctap_block separators = (hoctap_block)(block == separator);
  // Put together as bits: of a vector that is used twice the compiler makes bit after bit.
  uint64_t stop_bits = hoctap_bits(&stops);
  struct hoctap_table_marks marks = {hoctap_bits(&separators) | stop_bits, stop_bits};
  return marks;
}

/// The bytes of a text in UTF-8 that are more than ASCII to be shown.
struct hoctap_text_marks {
  /// Control characters of ASCII but tab and line ends.
  uint64_t controls;
  /// The first bytes of letters of two bytes and more, and those of them that have three and more.
  uint64_t firsts, wide_firsts;
  /// The others of their bytes.
  uint64_t others;
};

static inline struct hoctap_text_marks hoctap_text_marks(const void *bytes) {
  hoctap_block block;
  memcpy(&block, bytes, sizeof block);
  hoctap_block controls =
      ((hoctap_block)(block < ' ') | (hoctap_block)(block == 0x7F)) &
      ~((hoctap_block)(block == '\t') | (hoctap_block)(block == '\n') | (hoctap_block)(block == '\r'));
  hoctap_block firsts = (hoctap_block)(block >= 0xC0);
  hoctap_block wide_firsts = (hoctap_block)(block >= 0xE0);
  hoctap_block beyond = (hoctap_block)(block >= 0x80);
  struct hoctap_text_marks marks = {hoctap_bits(&controls), hoctap_bits(&firsts),
                                    hoctap_bits(&wide_firsts), hoctap_bits(&beyond)};
  marks.others &= ~marks.firsts;
  return marks;
}
