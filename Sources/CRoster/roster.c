#define _GNU_SOURCE
#include "rows.h"

#include <stdlib.h>

// FF where a byte is kept: 32 of them, read from as many before the middle as the text is long.
#define HOCTAP_FF 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF
const uint8_t hoctap_kept[64] = {HOCTAP_FF, HOCTAP_FF, HOCTAP_FF, HOCTAP_FF};

enum hoctap_machine hoctap_best_machine(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  bool has_avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") &&
                  __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") &&
                  __builtin_cpu_supports("pclmul");
  return has_avx2 ? hoctap_avx2 : hoctap_sse2;
#else
  return hoctap_portable;
#endif
}

/// Puts the number of a learnt commune where its key leads.
static void hoctap_enter_code(struct hoctap_roster *roster, size_t number) {
  size_t slot = hoctap_code_slot(roster->keys[number], roster->code_shift);
  while (roster->codes[slot] != 0) slot = (slot + 1) & (roster->code_slots - 1);
  roster->codes[slot] = (uint32_t)number + 1;
}

static bool hoctap_make_codes(struct hoctap_roster *roster, size_t slots) {
  uint32_t *codes = calloc(slots, sizeof *codes);
  if (codes == NULL) return false;
  free(roster->codes);
  roster->codes = codes;
  roster->code_slots = slots;
  roster->code_shift = 64 - (unsigned)__builtin_ctzll(slots);
  for (size_t number = 0; number < roster->communes; number++)
    if (roster->keys[number] != 0) hoctap_enter_code(roster, number);
  return true;
}

struct hoctap_roster *hoctap_roster_make(enum hoctap_machine machine) {
  struct hoctap_roster *roster = calloc(1, sizeof *roster);
  if (roster == NULL) return NULL;
  if (!hoctap_make_codes(roster, 64)) {
    free(roster);
    return NULL;
  }
  roster->machine = machine;
  for (size_t kind = 0; kind < hoctap_vocabularies; kind++) {
    for (size_t slot = 0; slot < hoctap_spelling_slots; slot++) {
      roster->spellings[kind][slot].value = hoctap_unknown;
      roster->spellings[kind][slot].length = UINT32_MAX;
    }
  }
  memset(roster->short_flags, hoctap_unknown, sizeof roster->short_flags);
  roster->empty_flag = hoctap_unknown;
  hoctap_roster_begin_text(roster);
  return roster;
}

void hoctap_roster_free(struct hoctap_roster *roster) {
  if (roster == NULL) return;
  free(roster->codes);
  free(roster->keys);
  free(roster->counters);
  free(roster);
}

void hoctap_roster_lay_out(struct hoctap_roster *roster, const struct hoctap_layout *layout) {
  roster->layout = *layout;
}

void hoctap_roster_begin_text(struct hoctap_roster *roster) {
  roster->next_start = SIZE_MAX;
  roster->window = hoctap_window;
  roster->batch_rows = hoctap_batch_rows;
  roster->lines = 0;
}

typedef size_t (*hoctap_passing)(struct hoctap_roster *, const uint8_t *, size_t, size_t);

#define HOCTAP_PASSES(machine, attributes)                                                       \
  static const struct hoctap_classifying hoctap_classifying_##machine = {                        \
    hoctap_classify_##machine, hoctap_classify_plainly_##machine,                                \
    hoctap_classify_quoted_##machine, hoctap_parity_##machine};                                  \
  /* Apart, so that its loops have the registers for themselves. */                              \
  attributes __attribute__((noinline)) static void hoctap_index_##machine(                       \
    struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end) {              \
    hoctap_make_index(                                                                           \
      &roster->index, bytes, start, end, roster->window, (size_t)roster->layout.width,           \
      roster->layout.separator, hoctap_classifying_##machine);                                   \
  }                                                                                              \
  attributes static size_t hoctap_take_##machine(                                                \
    struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end) {              \
    return hoctap_pass(roster, bytes, start, end, true, hoctap_index_##machine);                 \
  }                                                                                              \
  attributes static size_t hoctap_skip_##machine(                                                \
    struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end) {              \
    return hoctap_pass(roster, bytes, start, end, false, hoctap_index_##machine);                \
  }

HOCTAP_PASSES(portable, )
#if defined(__x86_64__)
HOCTAP_PASSES(sse2, )
HOCTAP_PASSES(avx2, HOCTAP_AVX2)
#endif

size_t hoctap_roster_take(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end) {
#if defined(__x86_64__)
  if (roster->machine == hoctap_avx2) return hoctap_take_avx2(roster, bytes, start, end);
  if (roster->machine == hoctap_sse2) return hoctap_take_sse2(roster, bytes, start, end);
#endif
  return hoctap_take_portable(roster, bytes, start, end);
}

size_t hoctap_roster_skip(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end) {
#if defined(__x86_64__)
  if (roster->machine == hoctap_avx2) return hoctap_skip_avx2(roster, bytes, start, end);
  if (roster->machine == hoctap_sse2) return hoctap_skip_sse2(roster, bytes, start, end);
#endif
  return hoctap_skip_portable(roster, bytes, start, end);
}

bool hoctap_roster_is_full(const struct hoctap_roster *roster) {
  return roster->spill_count + hoctap_batch_rows > hoctap_spills ||
         roster->note_count + hoctap_batch_rows > hoctap_notes ||
         roster->person_count + hoctap_batch_rows > hoctap_persons;
}

uint32_t hoctap_roster_lines(const struct hoctap_roster *roster) { return roster->lines; }

void hoctap_roster_add_lines(struct hoctap_roster *roster, uint32_t lines) {
  roster->lines += lines;
}

size_t hoctap_roster_last_line(const uint8_t *bytes, size_t end) {
  if (end == 0 || memchr(bytes, '"', end) != NULL) return 0;
  while (end > 0 && bytes[end - 1] != '\n') end--;
  return end;
}

uint64_t hoctap_roster_rows(const struct hoctap_roster *roster) { return roster->rows; }

static bool hoctap_can_be_learnt(const uint8_t *text, size_t length, size_t longest) {
  if (length > longest) return false;
  for (size_t at = 0; at < length; at++)
    if (text[at] == 0 || text[at] == '"') return false;
  return length == 0 || (text[0] > ' ' && text[length - 1] > ' ');
}

void hoctap_roster_learn(
  struct hoctap_roster *roster, enum hoctap_vocabulary vocabulary, const uint8_t *spelling,
  size_t length, uint8_t value) {
  if (!hoctap_can_be_learnt(spelling, length, hoctap_longest_spelling)) return;
  if (vocabulary == hoctap_flags && length == 0) roster->empty_flag = value;
  if (vocabulary == hoctap_flags && length == 1) roster->short_flags[spelling[0]] = value;
  if (roster->learnt[vocabulary] >= hoctap_spelling_slots / 4) return;
  // What is compared reads beyond the text, which may stand anywhere.
  uint8_t room[hoctap_longest_spelling] = {0};
  if (length > 0) memcpy(room, spelling, length);
  struct hoctap_spelling learnt = hoctap_spell(room, length);
  learnt.value = value;
  struct hoctap_spelling *table = roster->spellings[vocabulary];
  size_t slot = hoctap_spelling_slot(room, length);
  while (table[slot].value != hoctap_unknown) {
    if (hoctap_same_spelling(&table[slot], &learnt)) return;
    slot = (slot + 1) % hoctap_spelling_slots;
  }
  table[slot] = learnt;
  roster->learnt[vocabulary]++;
}

bool hoctap_roster_can_learn_commune(const uint8_t *code, size_t length) {
  for (size_t at = 0; at < length && at < hoctap_longest_code; at++)
    if (code[at] < '0' || code[at] > '9') return false;
  return length > 0 && hoctap_can_be_learnt(code, length, hoctap_longest_code);
}

/// Makes room for twice as many communes.
static bool hoctap_make_counters(struct hoctap_roster *roster) {
  size_t most = roster->most_communes == 0 ? 16 : roster->most_communes * 2;
  hoctap_counter *counters = NULL;
  size_t size = hoctap_counters * sizeof *counters;
  if (posix_memalign((void **)&counters, 128, most * size) != 0) return false;
  uint64_t *keys = realloc(roster->keys, most * sizeof *keys);
  if (keys == NULL) {
    free(counters);
    return false;
  }
  if (roster->communes > 0) memcpy(counters, roster->counters, roster->communes * size);
  free(roster->counters);
  roster->counters = counters;
  roster->keys = keys;
  roster->most_communes = most;
  return true;
}

static int64_t hoctap_add_commune(struct hoctap_roster *roster, uint64_t key) {
  if (roster->communes == roster->most_communes && !hoctap_make_counters(roster)) return -1;
  bool is_crowded = (roster->codes_learnt + 1) * 2 > roster->code_slots;
  if (is_crowded && !hoctap_make_codes(roster, roster->code_slots * 2)) return -1;
  size_t number = roster->communes++;
  memset(
    roster->counters + number * hoctap_counters, 0, hoctap_counters * sizeof(hoctap_counter));
  roster->keys[number] = key;
  if (key == 0) return (int64_t)number;
  hoctap_enter_code(roster, number);
  roster->codes_learnt++;
  return (int64_t)number;
}

int64_t hoctap_roster_commune(
  struct hoctap_roster *roster, const uint8_t *code, size_t length) {
  if (!hoctap_roster_can_learn_commune(code, length)) return hoctap_add_commune(roster, 0);
  uint8_t room[8] = {0};
  memcpy(room, code, length);
  uint64_t key = hoctap_code_key(room, length);
  int64_t number = hoctap_commune_number(roster, key);
  return number >= 0 ? number : hoctap_add_commune(roster, key);
}

size_t hoctap_roster_communes(const struct hoctap_roster *roster) { return roster->communes; }

uint64_t hoctap_roster_code(const struct hoctap_roster *roster, size_t commune) {
  return roster->keys[commune];
}

void hoctap_roster_count(
  struct hoctap_roster *roster, uint32_t commune, uint32_t group, uint32_t marks) {
  hoctap_add(roster, (size_t)commune * hoctap_counters + group, marks);
  roster->rows++;
}

void hoctap_roster_note(struct hoctap_roster *roster, uint32_t line, uint32_t facts) {
  roster->notes[roster->note_count++] = (struct hoctap_noted){line, facts};
}

void hoctap_roster_add_person(
  struct hoctap_roster *roster, const uint8_t *id, size_t length, uint32_t line) {
  uint64_t person = hoctap_person_of(id, length);
  roster->persons[roster->person_count++] = (struct hoctap_person_row){person, line};
}

uint32_t hoctap_roster_facts(const struct hoctap_roster *roster, uint32_t marks, uint32_t day) {
  return hoctap_facts_of(&roster->layout, marks, day);
}

const uint16_t *hoctap_roster_counters(const struct hoctap_roster *roster) {
  return (const uint16_t *)roster->counters;
}

size_t hoctap_roster_fetch_spills(
  struct hoctap_roster *roster, const struct hoctap_spill **spills) {
  size_t count = roster->spill_count;
  *spills = roster->spills;
  roster->spill_count = 0;
  return count;
}

size_t hoctap_roster_fetch_notes(struct hoctap_roster *roster, const struct hoctap_noted **notes) {
  size_t count = roster->note_count;
  *notes = roster->notes;
  roster->note_count = 0;
  return count;
}

size_t hoctap_roster_fetch_persons(
  struct hoctap_roster *roster, const struct hoctap_person_row **persons) {
  size_t count = roster->person_count;
  *persons = roster->persons;
  roster->person_count = 0;
  return count;
}
