#ifndef HOCTAP_INDEX_H
#define HOCTAP_INDEX_H

#include <string.h>

#include "roster.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "cells are compared as little-endian words");

/// Keeps a number in a register of its own: the compiler makes bit after bit of the bits of a vector
/// that is used twice, and vectors of numbers that are counted from bits.
#define HOCTAP_AS_BITS(number) __asm__("" : "+r"(number))

#define HOCTAP_INLINE static inline __attribute__((always_inline))

/// Sixty-four bytes of a text: a bit where each kind stands, the first byte's the lowest.
struct hoctap_classes {
  uint64_t separators, line_feeds, returns, quotes;
};

typedef struct hoctap_classes (*hoctap_classify)(const uint8_t *bytes, uint8_t separator);

/// The same of a text without quotes and returns; whether there are some is cheap to know.
struct hoctap_plain_classes {
  /// The ends of cells, and those of them that are line feeds.
  uint64_t ends, line_feeds;
  bool is_unusual;
};

typedef struct hoctap_plain_classes (*hoctap_classify_plainly)(
  const uint8_t *bytes, uint8_t separator);

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

HOCTAP_INLINE struct hoctap_plain_classes hoctap_classify_plainly_portable(
  const uint8_t *bytes, uint8_t separator) {
  struct hoctap_classes classes = hoctap_classify_portable(bytes, separator);
  return (struct hoctap_plain_classes){
    classes.separators | classes.line_feeds, classes.line_feeds,
    (classes.quotes | classes.returns) != 0};
}

/// A bit is set where the number of bits up to it, its own included, is odd.
HOCTAP_INLINE uint64_t hoctap_parity_portable(uint64_t bits) {
  for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
  return bits;
}

#if defined(__x86_64__)
HOCTAP_INLINE uint64_t hoctap_equal_sse2(const __m128i *blocks, char sought) {
  __m128i pattern = _mm_set1_epi8(sought);
  uint64_t bits = 0;
  for (int part = 3; part >= 0; part--) {
    uint32_t found = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(blocks[part], pattern));
    HOCTAP_AS_BITS(found);
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

HOCTAP_INLINE struct hoctap_plain_classes hoctap_classify_plainly_sse2(
  const uint8_t *bytes, uint8_t separator) {
  struct hoctap_plain_classes classes = {0, 0, false};
  __m128i unusual = _mm_setzero_si128();
  for (int part = 3; part >= 0; part--) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes + part);
    __m128i line_feeds = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
    __m128i ends = _mm_or_si128(line_feeds, _mm_cmpeq_epi8(block, _mm_set1_epi8((char)separator)));
    unusual = _mm_or_si128(unusual, _mm_cmpeq_epi8(block, _mm_set1_epi8('"')));
    unusual = _mm_or_si128(unusual, _mm_cmpeq_epi8(block, _mm_set1_epi8('\r')));
    classes.ends = classes.ends << 16 | (uint32_t)_mm_movemask_epi8(ends);
    classes.line_feeds = classes.line_feeds << 16 | (uint32_t)_mm_movemask_epi8(line_feeds);
  }
  classes.is_unusual = _mm_movemask_epi8(unusual) != 0;
  return classes;
}

HOCTAP_INLINE uint64_t hoctap_parity_sse2(uint64_t bits) { return hoctap_parity_portable(bits); }

#define HOCTAP_AVX2 __attribute__((target("avx2,bmi,bmi2,lzcnt,pclmul,popcnt")))

/// A product without carries by ones adds to each bit all that are below it.
HOCTAP_INLINE HOCTAP_AVX2 uint64_t hoctap_parity_avx2(uint64_t bits) {
  __m128i product =
    _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits), _mm_set1_epi8(-1), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

HOCTAP_INLINE HOCTAP_AVX2 uint64_t hoctap_equal_avx2(__m256i low, __m256i high, char sought) {
  __m256i pattern = _mm256_set1_epi8(sought);
  uint32_t lower = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
  uint32_t upper = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
  HOCTAP_AS_BITS(lower);
  HOCTAP_AS_BITS(upper);
  return lower | (uint64_t)upper << 32;
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

HOCTAP_INLINE HOCTAP_AVX2 struct hoctap_plain_classes hoctap_classify_plainly_avx2(
  const uint8_t *bytes, uint8_t separator) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)bytes + 1);
  __m256i line_feed = _mm256_set1_epi8('\n'), end = _mm256_set1_epi8((char)separator);
  __m256i quote = _mm256_set1_epi8('"'), carriage = _mm256_set1_epi8('\r');
  __m256i low_feeds = _mm256_cmpeq_epi8(low, line_feed);
  __m256i high_feeds = _mm256_cmpeq_epi8(high, line_feed);
  __m256i low_ends = _mm256_or_si256(low_feeds, _mm256_cmpeq_epi8(low, end));
  __m256i high_ends = _mm256_or_si256(high_feeds, _mm256_cmpeq_epi8(high, end));
  __m256i unusual = _mm256_or_si256(
    _mm256_or_si256(_mm256_cmpeq_epi8(low, quote), _mm256_cmpeq_epi8(high, quote)),
    _mm256_or_si256(_mm256_cmpeq_epi8(low, carriage), _mm256_cmpeq_epi8(high, carriage)));
  struct hoctap_plain_classes classes;
  classes.ends = (uint32_t)_mm256_movemask_epi8(low_ends) |
                 (uint64_t)(uint32_t)_mm256_movemask_epi8(high_ends) << 32;
  classes.line_feeds = (uint32_t)_mm256_movemask_epi8(low_feeds) |
                       (uint64_t)(uint32_t)_mm256_movemask_epi8(high_feeds) << 32;
  classes.is_unusual = !_mm256_testz_si256(unusual, unusual);
  return classes;
}
#endif

/// The ways to classify of one machine.
struct hoctap_classifying {
  hoctap_classify fully;
  hoctap_classify_plainly plainly;
  uint64_t (*parity)(uint64_t bits);
};

/// How many bytes are indexed at once, and at first after something that was not plain.
enum { hoctap_window = 16384, hoctap_first_window = 512, hoctap_most_at_once = 12 };

/// How the cells of a part of a text stand in it.
enum hoctap_dress {
  /// There are neither quotes nor returns.
  hoctap_bare,
  /// Each cell stands in quotes, and there are no returns.
  hoctap_quoted,
  hoctap_mixed,
};

/// Where the cells and rows of a part of a text end.
struct hoctap_index {
  /// The ends of cells, led by the place before the first.
  uint32_t cell_ends[hoctap_window + 64 + hoctap_most_at_once + 1];
  /// The line feeds that end rows.
  uint32_t row_ends[hoctap_window + 64 + hoctap_most_at_once + 1];
  size_t cells, rows;
  enum hoctap_dress dress;
  /// The first place that the index does not explain, such as a quote inside a cell.
  size_t special;
  /// The first byte behind the part.
  size_t end;
};

/// Appends the places of `bits` to `places`, of which `usual` are as a rule no less than there are.
///
/// There is room for more.
HOCTAP_INLINE size_t hoctap_places(
  uint32_t *places, size_t count, uint64_t bits, uint32_t base, size_t usual) {
  // Volatile, because the compiler would gather the places into vectors first, at twice the cost.
  volatile uint32_t *next = places + count;
  size_t found = (size_t)__builtin_popcountll(bits);
  // A fixed number is cheaper than to ask after each whether it was the last.
  for (size_t index = 0; index < usual; index++) {
    next[index] = base + (uint32_t)__builtin_ctzg(bits, 64);
    bits &= bits - 1;
  }
  for (size_t index = usual; index < found; index++) {
    next[index] = base + (uint32_t)__builtin_ctzll(bits);
    bits &= bits - 1;
  }
  return count + found;
}

/// What one block hands to the next.
struct hoctap_carry {
  /// All ones inside quotes.
  uint64_t inside;
  /// Whether the last byte was the end of a cell, a closing quote, a return.
  uint64_t end, closing, single_return;
};

/// What quotes hide, those that open cells, and what the index does not explain.
struct hoctap_quoting {
  uint64_t inside, opening, special;
};

HOCTAP_INLINE struct hoctap_quoting hoctap_read_quotes(
  const struct hoctap_classes *classes, uint64_t parity, struct hoctap_carry *carry) {
  uint64_t inside = parity ^ carry->inside;
  uint64_t ends = (classes->separators | classes->line_feeds) & ~inside;
  uint64_t opening = classes->quotes & inside;
  uint64_t closing = classes->quotes & ~inside;
  uint64_t after_end = ends << 1 | carry->end;
  uint64_t after_closing = closing << 1 | carry->closing;
  struct hoctap_quoting quoting;
  quoting.inside = inside;
  quoting.opening = opening & after_end;
  // A quote that opens behind one that closes is the second of a doubled one.
  uint64_t misplaced = (opening & ~after_end) | (after_closing & ~(ends | classes->returns));
  quoting.special = (misplaced & ~(opening & after_closing)) |
                    ((classes->line_feeds | classes->returns) & inside);
  carry->inside = (uint64_t)((int64_t)inside >> 63);
  carry->end = ends >> 63;
  carry->closing = closing >> 63;
  return quoting;
}

/// The ends of cells and rows in one block, the quotes that open cells, and what is not explained.
struct hoctap_block_index {
  uint64_t ends, line_feeds, opening, special;
};

/// Reads a block of which no more than `there` bytes are there.
HOCTAP_INLINE struct hoctap_block_index hoctap_read_block(
  struct hoctap_classes classes, size_t there, uint64_t (*parity)(uint64_t),
  struct hoctap_carry *carry) {
  uint64_t mask = ~0ull;
  if (there < 64) {
    mask = (1ull << there) - 1;
    classes.separators &= mask;
    classes.line_feeds &= mask;
    classes.returns &= mask;
    classes.quotes &= mask;
  }
  struct hoctap_quoting quoting = hoctap_read_quotes(&classes, parity(classes.quotes), carry);
  uint64_t returns = classes.returns & ~quoting.inside;
  uint64_t after_return = returns << 1 | carry->single_return;
  carry->single_return = returns >> 63;
  uint64_t special = (quoting.special | (after_return & ~classes.line_feeds)) & mask;
  uint64_t line_feeds = classes.line_feeds & ~quoting.inside;
  return (struct hoctap_block_index){
    line_feeds | (classes.separators & ~quoting.inside), line_feeds, quoting.opening, special};
}

/// Indexes at most `size` bytes from `start`, where a row begins; stops behind what it cannot
/// explain.
HOCTAP_INLINE void hoctap_make_index(
  struct hoctap_index *index, const uint8_t *bytes, size_t start, size_t end, size_t size,
  uint8_t separator, struct hoctap_classifying classify) {
  struct hoctap_carry carry = {0, 1, 0, 0};
  // What the block before has of quotes and returns, and all of them of each.
  uint64_t last = 0, quotes = 0, returns = 0;
  size_t stop = end - start > size ? start + size : end, at = start;
  size_t opened = 0, cells = 1, rows = 0;
  index->cell_ends[0] = (uint32_t)start - 1;
  index->special = SIZE_MAX;
  for (; at < stop; at += 64) {
    // Where one block has quotes, the next will have them too, and need not be read twice.
    if (last == 0 && end - at >= 64) {
      struct hoctap_plain_classes plain = classify.plainly(bytes + at, separator);
      if (!plain.is_unusual) {
        cells = hoctap_places(index->cell_ends, cells, plain.ends, (uint32_t)at, 12);
        rows = hoctap_places(index->row_ends, rows, plain.line_feeds, (uint32_t)at, 2);
        carry.end = plain.ends >> 63;
        continue;
      }
    }
    struct hoctap_classes classes = classify.fully(bytes + at, separator);
    last = classes.quotes | classes.returns;
    quotes |= classes.quotes;
    returns |= classes.returns;
    struct hoctap_block_index block =
      hoctap_read_block(classes, end - at, classify.parity, &carry);
    last |= carry.inside | carry.closing | carry.single_return;
    opened += (size_t)__builtin_popcountll(block.opening);
    cells = hoctap_places(index->cell_ends, cells, block.ends, (uint32_t)at, 10);
    rows = hoctap_places(index->row_ends, rows, block.line_feeds, (uint32_t)at, 2);
    if (block.special != 0) {
      index->special = at + (size_t)__builtin_ctzll(block.special);
      at += 64;
      break;
    }
  }
  index->cells = cells;
  index->rows = rows;
  index->end = at < end ? at : end;
  // A cell may have begun that does not end in sight.
  size_t begun = cells - 1 + (index->cell_ends[cells - 1] + 1 != (uint32_t)index->end);
  bool is_quoted = returns == 0 && opened == begun;
  index->dress = (quotes | returns) == 0 ? hoctap_bare : is_quoted ? hoctap_quoted : hoctap_mixed;
}

#endif
