#ifndef HOCTAP_CLASSES_H
#define HOCTAP_CLASSES_H

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

/// The same of a text whose cells stand in quotes; whether there are returns is cheap to know.
struct hoctap_quoted_classes {
  /// Separators and line feeds, and those of them that are line feeds.
  uint64_t ends, line_feeds, quotes;
  /// Not 0 where there are some.
  uint64_t returns;
};

typedef struct hoctap_quoted_classes (*hoctap_classify_quoted)(
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

HOCTAP_INLINE struct hoctap_quoted_classes hoctap_classify_quoted_portable(
  const uint8_t *bytes, uint8_t separator) {
  struct hoctap_classes classes = hoctap_classify_portable(bytes, separator);
  return (struct hoctap_quoted_classes){
    classes.separators | classes.line_feeds, classes.line_feeds, classes.quotes,
    classes.returns};
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

HOCTAP_INLINE struct hoctap_quoted_classes hoctap_classify_quoted_sse2(
  const uint8_t *bytes, uint8_t separator) {
  struct hoctap_quoted_classes classes = {0, 0, 0, 0};
  __m128i returns = _mm_setzero_si128();
  for (int part = 3; part >= 0; part--) {
    __m128i block = _mm_loadu_si128((const __m128i *)bytes + part);
    __m128i line_feeds = _mm_cmpeq_epi8(block, _mm_set1_epi8('\n'));
    __m128i ends = _mm_or_si128(line_feeds, _mm_cmpeq_epi8(block, _mm_set1_epi8((char)separator)));
    __m128i quotes = _mm_cmpeq_epi8(block, _mm_set1_epi8('"'));
    returns = _mm_or_si128(returns, _mm_cmpeq_epi8(block, _mm_set1_epi8('\r')));
    classes.ends = classes.ends << 16 | (uint32_t)_mm_movemask_epi8(ends);
    classes.line_feeds = classes.line_feeds << 16 | (uint32_t)_mm_movemask_epi8(line_feeds);
    classes.quotes = classes.quotes << 16 | (uint32_t)_mm_movemask_epi8(quotes);
  }
  classes.returns = (uint32_t)_mm_movemask_epi8(returns);
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

HOCTAP_INLINE HOCTAP_AVX2 struct hoctap_quoted_classes hoctap_classify_quoted_avx2(
  const uint8_t *bytes, uint8_t separator) {
  __m256i low = _mm256_loadu_si256((const __m256i *)bytes);
  __m256i high = _mm256_loadu_si256((const __m256i *)bytes + 1);
  __m256i carriage = _mm256_set1_epi8('\r');
  __m256i returns =
    _mm256_or_si256(_mm256_cmpeq_epi8(low, carriage), _mm256_cmpeq_epi8(high, carriage));
  struct hoctap_quoted_classes classes;
  classes.line_feeds = hoctap_equal_avx2(low, high, '\n');
  classes.ends = classes.line_feeds | hoctap_equal_avx2(low, high, (char)separator);
  classes.quotes = hoctap_equal_avx2(low, high, '"');
  classes.returns = (uint32_t)_mm256_movemask_epi8(returns);
  return classes;
}
#endif

/// The ways to classify of one machine.
struct hoctap_classifying {
  hoctap_classify fully;
  hoctap_classify_plainly plainly;
  hoctap_classify_quoted quoted;
  uint64_t (*parity)(uint64_t bits);
};

#endif
