#ifndef HOCTAP_STATE_H
#define HOCTAP_STATE_H

#include "index.h"

/// As many bytes of a spelling are compared; as many spellings are learnt as a quarter of the slots.
enum { hoctap_longest_spelling = 32, hoctap_spelling_slots = 256, hoctap_longest_code = 7 };

typedef uint64_t hoctap_words __attribute__((vector_size(16)));

/// A text of at most 32 bytes in a form that only equal texts share.
struct hoctap_spelling {
  hoctap_words first, second;
  uint32_t length;
  uint32_t value;
};

/// As many rows are read together; a spill of each must have room.
enum { hoctap_batch_rows = 32 };

/// Seven of the lanes are used; a whole vector is added at once.
typedef uint16_t hoctap_counter __attribute__((vector_size(16)));

struct hoctap_roster {
  struct hoctap_layout layout;
  enum hoctap_machine machine;

  struct hoctap_spelling spellings[hoctap_vocabularies][hoctap_spelling_slots];
  size_t learnt[hoctap_vocabularies];
  /// What an empty flag, or one of a single byte, stands for.
  uint8_t short_flags[256];
  uint8_t empty_flag;

  /// The numbers of learnt communes, from 1 on, where the keys of their codes lead; narrow, because
  /// ten thousand of them are to stay near the processor. 0 where there is none.
  uint32_t *codes;
  size_t code_slots, codes_learnt;
  /// The keys of communes by their numbers, from 0 on; 0 for those that are not learnt.
  uint64_t *keys;
  unsigned code_shift;

  hoctap_counter *counters;
  size_t communes, most_communes;

  uint64_t rows;
  uint32_t lines;

  struct hoctap_spill spills[hoctap_spills];
  struct hoctap_noted notes[hoctap_notes];
  struct hoctap_person_row persons[hoctap_persons];
  size_t spill_count, note_count, person_count;

  /// The index, the next row in it, and where that begins; `SIZE_MAX` where there is no index.
  size_t next_row, next_cell, next_start;
  /// How many bytes are indexed, and rows read, at once; few after something that was not plain.
  size_t window, batch_rows;
  struct hoctap_index index;
};

static inline uint64_t hoctap_load(const uint8_t *bytes) {
  uint64_t word;
  memcpy(&word, bytes, sizeof word);
  return word;
}

/// The first `length` bytes of a word; none for 0 and all from 8 on.
HOCTAP_INLINE uint64_t hoctap_mask(size_t length) {
  static const uint64_t masks[9] = {
    0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF, ~0ull};
  return masks[length < 8 ? length : 8];
}

/// Sixteen bytes of FF, and as many of 0.
extern const uint8_t hoctap_kept[64];

/// Sixteen bytes of a text, those behind its first `length` as 0.
HOCTAP_INLINE hoctap_words hoctap_load_words(const uint8_t *text, size_t length) {
  hoctap_words words, kept;
  memcpy(&words, text, sizeof words);
  memcpy(&kept, hoctap_kept + 32 - length, sizeof kept);
  return words & kept;
}

/// The form of a text of at most 32 bytes; reads as many from its beginning.
HOCTAP_INLINE struct hoctap_spelling hoctap_spell(const uint8_t *text, size_t length) {
  struct hoctap_spelling spelling;
  spelling.first = hoctap_load_words(text, length);
  // Behind the sixteenth byte the same bytes are kept as of a text that is that much shorter.
  hoctap_words second, kept;
  memcpy(&second, text + 16, sizeof second);
  memcpy(&kept, hoctap_kept + 48 - length, sizeof kept);
  spelling.second = second & kept;
  spelling.length = (uint32_t)length;
  spelling.value = hoctap_unknown;
  return spelling;
}

/// By the first bytes alone, which are there first.
HOCTAP_INLINE size_t hoctap_spelling_slot(const uint8_t *text, size_t length) {
  uint64_t first = hoctap_load(text) & hoctap_mask(length);
  return (size_t)((first + length) * 0xD6E8FEB86659FD93ull >> 56);
}

HOCTAP_INLINE bool hoctap_same_spelling(
  const struct hoctap_spelling *one, const struct hoctap_spelling *other) {
  hoctap_words different = (one->first ^ other->first) | (one->second ^ other->second);
  return (different[0] | different[1] | (one->length ^ other->length)) == 0;
}

/// What a text stands for, or `hoctap_unknown`.
HOCTAP_INLINE uint32_t hoctap_value(
  const struct hoctap_spelling *table, const uint8_t *text, size_t length) {
  if (length > hoctap_longest_spelling) return hoctap_unknown;
  struct hoctap_spelling sought = hoctap_spell(text, length);
  size_t slot = hoctap_spelling_slot(text, length);
  while (!hoctap_same_spelling(&table[slot], &sought)) {
    if (table[slot].value == hoctap_unknown) return hoctap_unknown;
    slot = (slot + 1) % hoctap_spelling_slots;
  }
  return table[slot].value;
}

/// The form of a code of 1 to 7 bytes.
HOCTAP_INLINE uint64_t hoctap_code_key(const uint8_t *code, size_t length) {
  return (hoctap_load(code) & hoctap_mask(length)) | (uint64_t)length << 56;
}

HOCTAP_INLINE size_t hoctap_code_slot(uint64_t key, unsigned shift) {
  return (size_t)(key * 0xA0761D6478BD642Full >> shift);
}

/// Adds a row to a counter; one that is full is emptied into a spill, for which there is room.
HOCTAP_INLINE void hoctap_add(struct hoctap_roster *roster, size_t counter, uint32_t marks) {
  static const hoctap_counter rows[16] = {
    {1, 0, 0, 0, 0, 0, 0}, {1, 1, 0, 0, 0, 0, 0}, {1, 0, 1, 0, 0, 0, 0},
    {1, 1, 1, 0, 0, 1, 0}, {1, 0, 0, 1, 0, 0, 0}, {1, 1, 0, 1, 0, 0, 0},
    {1, 0, 1, 1, 0, 0, 0}, {1, 1, 1, 1, 0, 1, 1}, {1, 0, 0, 0, 1, 0, 0},
    {1, 1, 0, 0, 1, 0, 0}, {1, 0, 1, 0, 1, 0, 0}, {1, 1, 1, 0, 1, 1, 0},
    {1, 0, 0, 1, 1, 0, 0}, {1, 1, 0, 1, 1, 0, 0}, {1, 0, 1, 1, 1, 0, 0},
    {1, 1, 1, 1, 1, 1, 1}};
  hoctap_counter sum = roster->counters[counter] + rows[marks];
  roster->counters[counter] = sum;
  if (sum[0] == UINT16_MAX) {
    struct hoctap_spill *spill = &roster->spills[roster->spill_count++];
    spill->counter = (uint32_t)counter;
    memcpy(spill->lanes, &sum, sizeof sum);
    roster->counters[counter] = (hoctap_counter){0};
  }
}

HOCTAP_INLINE uint32_t hoctap_facts_of(
  const struct hoctap_layout *layout, uint32_t marks, uint32_t day) {
  uint32_t titled = marks & 1, recognised = marks >> 3;
  uint32_t facts = (titled & ~recognised) * hoctap_title_unrecognised;
  facts |= (recognised & (day == 0)) * hoctap_recognised_undated;
  facts |= ((day != 0) & (day < layout->first_day)) * hoctap_day_too_early;
  facts |= ((day != 0) & (day > layout->last_day)) * hoctap_day_too_late;
  return facts & layout->facts;
}

/// Mixes the bytes of an id so that ids of up to 15 digits never meet, and others hardly ever.
HOCTAP_INLINE uint64_t hoctap_mix(uint64_t word) {
  word = (word ^ word >> 32) * 0xD6E8FEB86659FD93ull;
  word = (word ^ word >> 32) * 0xD6E8FEB86659FD93ull;
  return word ^ word >> 32;
}

#endif
