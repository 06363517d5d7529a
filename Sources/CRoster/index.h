#ifndef HOCTAP_INDEX_H
#define HOCTAP_INDEX_H

#include <string.h>

#include "roster.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "cells are compared as little-endian words");

#define HOCTAP_INLINE static inline __attribute__((always_inline))

/// Sixty-four bytes of a text: a bit where each kind stands, the first byte's the lowest.
struct hoctap_classes {
  uint64_t separators, line_feeds, returns, quotes;
};

typedef struct hoctap_classes (*hoctap_classify)(const uint8_t *bytes, uint8_t separator);

/// The plain way, for processors without the others, and by which those are tested.
HOCTAP_INLINE struct hoctap_classes hoctap_classify_portable(
  const uint8_t *bytes, uint8_t separator) {
  struct hoctap_classes classes = {0, 0, 0, 0};
  for (int index = 0; index < 64; index++) {
    uint8_t byte = bytes[index];
    classes.separators |= (uint64_t)(byte == separator) << index;
    classes.line_feeds |= (uint64_t)(byte == '\n') << index;
    classes.returns |= (uint64_t)(byte == '\r') << index;
    classes.quotes |= (uint64_t)(byte == '"') << index;
  }
  return classes;
}

#if defined(__x86_64__)
HOCTAP_INLINE uint64_t hoctap_equal_sse2(const __m128i *blocks, char sought) {
  __m128i pattern = _mm_set1_epi8(sought);
  uint64_t bits = 0;
  for (int part = 3; part >= 0; part--) {
    uint32_t found = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(blocks[part], pattern));
    bits = bits << 16 | found;
  }
  return bits;
}

HOCTAP_INLINE struct hoctap_classes hoctap_classify_sse2(const uint8_t *bytes, uint8_t separator) {
  __m128i blocks[4];
  for (int part = 0; part < 4; part++)
    blocks[part] = _mm_loadu_si128((const __m128i *)bytes + part);
  struct hoctap_classes classes = {
    hoctap_equal_sse2(blocks, (char)separator), hoctap_equal_sse2(blocks, '\n'),
    hoctap_equal_sse2(blocks, '\r'), hoctap_equal_sse2(blocks, '"')};
  return classes;
}

#define HOCTAP_AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,popcnt")))

HOCTAP_INLINE HOCTAP_AVX2 uint64_t hoctap_equal_avx2(__m256i low, __m256i high, char sought) {
  __m256i pattern = _mm256_set1_epi8(sought);
  uint64_t lower = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
  uint64_t upper = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
  return lower | upper << 32;
}

HOCTAP_INLINE HOCTAP_AVX2 struct hoctap_classes hoctap_classify_avx2(
  const uint8_t *bytes, uint8_t separator) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)bytes + 1);
  struct hoctap_classes classes = {
    hoctap_equal_avx2(low, high, (char)separator), hoctap_equal_avx2(low, high, '\n'),
    hoctap_equal_avx2(low, high, '\r'), hoctap_equal_avx2(low, high, '"')};
  return classes;
}
#endif

/// How many bytes are indexed at once, and at first after something that was not plain.
enum { hoctap_window = 16384, hoctap_first_window = 512, hoctap_most_at_once = 16 };

/// Where the cells and rows of a part of a text end.
struct hoctap_index {
  /// The ends of cells, led by the place before the first.
  uint32_t cell_ends[hoctap_window + 64 + hoctap_most_at_once + 1];
  /// The line feeds that end rows.
  uint32_t row_ends[hoctap_window + 64 + hoctap_most_at_once + 1];
  size_t cells, rows;
  /// Whether the part has neither quotes nor returns.
  bool is_bare;
  /// The first place that the index does not explain, such as a quote inside a cell.
  size_t special;
  /// The first byte behind the part.
  size_t end;
};

/// A bit is set where the number of bits up to it, its own included, is odd.
HOCTAP_INLINE uint64_t hoctap_parity(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

/// Appends the places of `bits` to `places`; there is room for more than there are.
HOCTAP_INLINE size_t hoctap_places(uint32_t *places, size_t count, uint64_t bits, uint32_t base) {
  uint32_t *next = places + count;
  size_t found = (size_t)__builtin_popcountll(bits);
  // A fixed number is cheaper than to ask after each whether it was the last.
  for (size_t index = 0; index < hoctap_most_at_once; index++) {
    uint32_t place = (uint32_t)__builtin_ctzg(bits, 64);
    // Else the compiler makes vectors of these, which take three times as long.
    __asm__("" : "+r"(place));
    next[index] = base + place;
    bits &= bits - 1;
  }
  for (size_t index = hoctap_most_at_once; index < found; index++) {
    next[index] = base + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return count + found;
}

/// What one block hands to the next.
struct hoctap_carry {
  /// All ones inside quotes.
  uint64_t inside;
  /// Whether the last byte was the end of a cell, a quote, a closing quote, a return.
  uint64_t end, quote, closing, single_return;
};

/// What quotes hide, and what the index does not explain.
struct hoctap_quoting {
  uint64_t inside, special;
};

HOCTAP_INLINE struct hoctap_quoting hoctap_read_quotes(
  const struct hoctap_classes *classes, struct hoctap_carry *carry) {
  uint64_t inside = hoctap_parity(classes->quotes) ^ carry->inside;
  uint64_t ends = (classes->separators | classes->line_feeds) & ~inside;
  uint64_t opening = classes->quotes & inside;
  uint64_t closing = classes->quotes & ~inside;
  uint64_t after_end = ends << 1 | carry->end;
  uint64_t after_quote = classes->quotes << 1 | carry->quote;
  uint64_t after_closing = closing << 1 | carry->closing;
  uint64_t may_follow = ends | classes->returns | classes->quotes;
  struct hoctap_quoting quoting;
  quoting.inside = inside;
  quoting.special = (opening & ~(after_end | after_quote)) | (after_closing & ~may_follow) |
                    ((classes->line_feeds | classes->returns) & inside);
  carry->inside = (uint64_t)((int64_t)inside >> 63);
  carry->end = ends >> 63;
  carry->quote = classes->quotes >> 63;
  carry->closing = closing >> 63;
  return quoting;
}

/// Indexes at most `size` bytes from `start`, where a row begins; stops behind what it cannot
/// explain.
HOCTAP_INLINE void hoctap_make_index(
  struct hoctap_index *index, const uint8_t *bytes, size_t start, size_t end, size_t size,
  uint8_t separator, hoctap_classify classify) {
  struct hoctap_carry carry = {0, 1, 0, 0, 0};
  uint64_t unusual = 0;
  size_t cells = 1, rows = 0, stop = end - start > size ? start + size : end, at = start;
  index->cell_ends[0] = (uint32_t)start - 1;
  index->special = SIZE_MAX;
  for (; at < stop && index->special == SIZE_MAX; at += 64) {
    struct hoctap_classes classes = classify(bytes + at, separator);
    if (end - at < 64) {
      uint64_t there = (1ull << (end - at)) - 1;
      classes.separators &= there;
      classes.line_feeds &= there;
      classes.returns &= there;
      classes.quotes &= there;
    }
    unusual |= classes.quotes | classes.returns;
    struct hoctap_quoting quoting = {0, 0};
    if ((classes.quotes | carry.inside | carry.closing) != 0) {
      quoting = hoctap_read_quotes(&classes, &carry);
    } else {
      carry.end = (classes.separators | classes.line_feeds) >> 63;
      carry.quote = 0;
    }
    if ((classes.returns | carry.single_return) != 0) {
      uint64_t returns = classes.returns & ~quoting.inside;
      uint64_t after = returns << 1 | carry.single_return;
      quoting.special |= after & ~classes.line_feeds;
      carry.single_return = returns >> 63;
    }
    // Places behind the end are none.
    if (end - at < 64) quoting.special &= (1ull << (end - at)) - 1;
    uint64_t line_feeds = classes.line_feeds & ~quoting.inside;
    uint64_t ends = line_feeds | (classes.separators & ~quoting.inside);
    cells = hoctap_places(index->cell_ends, cells, ends, (uint32_t)at);
    for (; line_feeds != 0; line_feeds &= line_feeds - 1)
      index->row_ends[rows++] = (uint32_t)at + (uint32_t)__builtin_ctzll(line_feeds);
    if (quoting.special != 0) index->special = at + (size_t)__builtin_ctzll(quoting.special);
  }
  index->is_bare = unusual == 0;
  index->cells = cells;
  index->rows = rows;
  index->end = at < end ? at : end;
}

#endif
