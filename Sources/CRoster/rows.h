#ifndef HOCTAP_ROWS_H
#define HOCTAP_ROWS_H

#include "state.h"

/// One cell without its quotes.
struct hoctap_cell {
  const uint8_t *text;
  size_t length;
};

HOCTAP_INLINE struct hoctap_cell hoctap_cell_at(
  const uint8_t *bytes, const uint32_t *ends, int32_t place, uint32_t row_end, bool is_bare) {
  uint32_t start = ends[place] + 1, end = ends[place + 1];
  if (is_bare) return (struct hoctap_cell){bytes + start, end - start};
  // The return of CRLF belongs to the line end; the index has explained every other one.
  if (end == row_end) end -= end > start && bytes[end - 1] == '\r';
  uint32_t quote = start < end && bytes[start] == '"';
  struct hoctap_cell cell = {bytes + start + quote, end - start - 2 * quote};
  return cell;
}

/// The key of a commune's code; 0 where it cannot have been learnt.
HOCTAP_INLINE uint64_t hoctap_commune_key(struct hoctap_cell cell) {
  return cell.length - 1 < hoctap_longest_code ? hoctap_code_key(cell.text, cell.length) : 0;
}

/// The number of a commune, or -1 when its code is not learnt.
HOCTAP_INLINE int64_t hoctap_commune_number(const struct hoctap_roster *roster, uint64_t key) {
  size_t slot = hoctap_code_slot(key, roster->code_shift);
  while (roster->codes[slot].key != key) {
    if (roster->codes[slot].key == 0) return -1;
    slot = (slot + 1) & (roster->code_slots - 1);
  }
  return key == 0 ? -1 : (int64_t)roster->codes[slot].number;
}

/// Whether a cell stands as it is meant, without doubled quotes and blanks around it.
HOCTAP_INLINE bool hoctap_is_plain(struct hoctap_cell cell) {
  return cell.length == 0 || (cell.text[0] > ' ' && cell.text[cell.length - 1] > ' ' &&
                              memchr(cell.text, '"', cell.length) == NULL);
}

/// Whether each byte under `mask`, less '0', is a digit's value.
HOCTAP_INLINE uint64_t hoctap_not_digits(uint64_t values, uint64_t mask) {
  return ((values + 0x7676767676767676ull) | values) & (mask & 0x8080808080808080ull);
}

/// A year of four digits, which begin a word; above 9999 when they are none.
HOCTAP_INLINE uint32_t hoctap_year_of(uint64_t word) {
  uint64_t values = (word & 0xFFFFFFFF) ^ 0x30303030;
  uint64_t bad = hoctap_not_digits(values, 0xFFFFFFFF);
  uint32_t pairs = (uint32_t)(values * 10 + (values >> 8));
  uint32_t year = (pairs & 0xFF) * 100 + (pairs >> 16 & 0xFF);
  return bad != 0 ? UINT32_MAX : year;
}

/// The days of a month, which is one.
HOCTAP_INLINE uint32_t hoctap_days_of(uint32_t month, uint32_t year) {
  static const uint8_t days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return days[month] + (month == 2 && is_leap);
}

/// A day of ten bytes, `yyyy-mm-dd` or `dd/mm/yyyy`, as yyyymmdd; 0 for what is none.
HOCTAP_INLINE uint32_t hoctap_day_of(const uint8_t *text) {
  // The year, and then month and day, as digits in the places of the first form.
  uint64_t front = hoctap_load(text), back = hoctap_load(text + 2);
  uint64_t years = front, months = back >> 24, days = back >> 48;
  uint64_t signs = (front & 0xFF0000FF00000000ull) ^ 0x2D00002D00000000ull;
  if (signs != 0) {
    years = back >> 32;
    months = front >> 24;
    days = front;
    signs = (front & 0x0000FF0000FF0000ull) ^ 0x00002F00002F0000ull;
  }
  uint64_t digits = (years & 0xFFFFFFFF) | (months & 0xFFFF) << 32 | (days & 0xFFFF) << 48;
  uint64_t values = digits ^ 0x3030303030303030ull;
  uint64_t bad = hoctap_not_digits(values, ~0ull) | signs;
  uint64_t pairs = values * 10 + (values >> 8);
  uint32_t year = (uint32_t)(pairs & 0xFF) * 100 + (uint32_t)(pairs >> 16 & 0xFF);
  uint32_t month = (uint32_t)(pairs >> 32 & 0xFF), day = (uint32_t)(pairs >> 48 & 0xFF);
  if (bad != 0 || year - 1900 > 1099 || month - 1 > 11 || day == 0) return 0;
  if (day > 28 && day > hoctap_days_of(month, year)) return 0;
  return year * 10000 + month * 100 + day;
}

HOCTAP_INLINE uint32_t hoctap_flag_of(
  const struct hoctap_roster *roster, struct hoctap_cell cell) {
  if (cell.length == 1) return roster->short_flags[cell.text[0]];
  if (cell.length == 0) return roster->empty_flag;
  return hoctap_value(roster->spellings[hoctap_flags], cell.text, cell.length);
}

/// A number of an id that only equal ids share, as good as surely; 0 for an empty one.
HOCTAP_INLINE uint64_t hoctap_person_of(const uint8_t *id, size_t length) {
  if (length == 0) return 0;
  uint64_t digits = 1, mixed = length * 0x9E3779B97F4A7C15ull;
  bool is_number = length <= 15;
  for (size_t at = 0; is_number && at < length; at++) {
    is_number = id[at] >= '0' && id[at] <= '9';
    digits = digits * 10 + (uint64_t)(id[at] - '0');
  }
  // Numbers keep apart from each other wholly: the mixing is one to one.
  if (is_number) return hoctap_mix(digits) | (hoctap_mix(digits) == 0);
  for (; length >= 8; id += 8, length -= 8) mixed = hoctap_mix(mixed ^ hoctap_load(id)) + 1;
  uint64_t rest = 0;
  memcpy(&rest, id, length);
  mixed = hoctap_mix(mixed ^ rest) + 1;
  mixed = hoctap_mix(mixed ^ 0xA0761D6478BD642Full);
  return mixed | (mixed == 0);
}

/// Counts the row whose cells end at `ends`; `false` where it is not plain.
HOCTAP_INLINE bool hoctap_count_row(
  struct hoctap_roster *roster, const uint8_t *bytes, const uint32_t *ends, uint32_t row_end,
  uint64_t key, bool is_bare) {
  const struct hoctap_layout *layout = &roster->layout;
  const int32_t *place = layout->place;
#define HOCTAP_CELL(column) hoctap_cell_at(bytes, ends, place[column], row_end, is_bare)
  int64_t commune = hoctap_commune_number(roster, key);
  bool is_new = commune < 0;
  uint32_t group = hoctap_counters - 1, title = 0, skill = 0, proficient = 0, status = 0, day = 0;
  bool is_wrong = false;
  if (place[hoctap_year] >= 0) {
    struct hoctap_cell cell = HOCTAP_CELL(hoctap_year);
    uint32_t year = hoctap_year_of(hoctap_load(cell.text));
    is_wrong |= (cell.length != 4) | (year < 1900) | (year > layout->last_year);
  }
  if (place[hoctap_group] >= 0) {
    struct hoctap_cell cell = HOCTAP_CELL(hoctap_group);
    group = hoctap_value(roster->spellings[hoctap_groups], cell.text, cell.length);
  }
  if (place[hoctap_title] >= 0) title = hoctap_flag_of(roster, HOCTAP_CELL(hoctap_title));
  if (place[hoctap_skill] >= 0) skill = hoctap_flag_of(roster, HOCTAP_CELL(hoctap_skill));
  if (place[hoctap_proficient] >= 0)
    proficient = hoctap_flag_of(roster, HOCTAP_CELL(hoctap_proficient));
  if (place[hoctap_status] >= 0) {
    struct hoctap_cell cell = HOCTAP_CELL(hoctap_status);
    status = hoctap_value(roster->spellings[hoctap_statuses], cell.text, cell.length);
  }
  if (place[hoctap_day] >= 0) {
    struct hoctap_cell cell = HOCTAP_CELL(hoctap_day);
    // Half of the cells are empty, and which is hard to foresee: some day is read in any case.
    bool is_written = cell.length == 10;
    uint32_t read = hoctap_day_of(is_written ? cell.text : (const uint8_t *)"2000-01-01");
    day = is_written ? read : 0;
    is_wrong |= (cell.length != 0) & (day == 0);
  }
  struct hoctap_cell person = {NULL, 0};
  if (place[hoctap_person] >= 0) {
    person = HOCTAP_CELL(hoctap_person);
    is_wrong |= !hoctap_is_plain(person);
  }
  if (is_wrong | ((group | title | skill | proficient | status) == hoctap_unknown)) return false;
  if (is_new) {
    struct hoctap_cell code = HOCTAP_CELL(hoctap_commune);
    if (!hoctap_roster_can_learn_commune(code.text, code.length)) return false;
    commune = hoctap_roster_commune(roster, code.text, code.length);
    if (commune < 0) return false;
  }
  uint32_t marks = title | skill << 1 | proficient << 2 | status << 3;
  hoctap_await(roster, (size_t)commune * hoctap_counters + group, marks);
  if (layout->facts != 0) {
    uint32_t facts = hoctap_facts_of(layout, marks, day);
    if (facts != 0) hoctap_roster_note(roster, roster->lines + 1, facts);
  }
  if (person.length > 0)
    hoctap_roster_add_person(roster, person.text, person.length, roster->lines + 1);
#undef HOCTAP_CELL
  return true;
}

/// As many rows at once, beginning with the next of the index, have the right number of cells and
/// nothing that the index does not explain; what their communes are sought by is put into `keys`, and
/// asked for from memory.
HOCTAP_INLINE size_t hoctap_look_ahead(
  const struct hoctap_roster *roster, const uint8_t *bytes, size_t start, uint64_t *keys) {
  const struct hoctap_index *index = &roster->index;
  const size_t width = (size_t)roster->layout.width;
  const int32_t place = roster->layout.place[hoctap_commune];
  size_t cell = roster->next_cell, count = 0;
  for (; count < hoctap_awaited && roster->next_row + count < index->rows; count++) {
    uint32_t row_end = index->row_ends[roster->next_row + count];
    bool is_whole = row_end < index->special && cell + width < index->cells &&
                    index->cell_ends[cell + width] == row_end &&
                    row_end - start < roster->layout.longest_row;
    if (!is_whole) break;
    keys[count] = hoctap_commune_key(
      hoctap_cell_at(bytes, index->cell_ends + cell, place, row_end, index->is_bare));
    __builtin_prefetch(&roster->codes[hoctap_code_slot(keys[count], roster->code_shift)]);
    cell += width;
    start = (size_t)row_end + 1;
  }
  return count;
}

/// Makes the index that begins at `start`; `false` where it holds no row.
HOCTAP_INLINE bool hoctap_index_from(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end,
  struct hoctap_classifying classify) {
  struct hoctap_index *index = &roster->index;
  do {
    hoctap_make_index(
      index, bytes, start, end, roster->window, roster->layout.separator, classify);
    roster->window = index->special == SIZE_MAX ? roster->window * 2 : hoctap_first_window;
    if (roster->window > hoctap_window) roster->window = hoctap_window;
    // A row may be longer than a small window.
  } while (index->rows == 0 && index->special == SIZE_MAX && index->end < end &&
           index->end - start < hoctap_window);
  roster->next_row = roster->next_cell = 0;
  roster->next_start = index->rows > 0 ? start : SIZE_MAX;
  return index->rows > 0;
}

/// Leaves the next row to the plain reader; if that ends it where the index does, the index serves
/// on.
HOCTAP_INLINE void hoctap_leave_row(struct hoctap_roster *roster) {
  const struct hoctap_index *index = &roster->index;
  uint32_t row_end = index->row_ends[roster->next_row];
  bool is_explained = row_end < index->special;
  if (is_explained) {
    while (index->cell_ends[roster->next_cell] != row_end) roster->next_cell++;
    roster->next_row++;
  }
  roster->next_start = is_explained ? (size_t)row_end + 1 : SIZE_MAX;
}

/// Goes from row to row; see the header for `take` and `skip`.
HOCTAP_INLINE size_t hoctap_pass(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end, bool counts,
  struct hoctap_classifying classify) {
  const struct hoctap_index *index = &roster->index;
  const size_t width = (size_t)roster->layout.width;
  uint64_t keys[hoctap_awaited];
  if (start != roster->next_start) roster->next_start = SIZE_MAX;
  while (start < end && !hoctap_roster_is_full(roster)) {
    if (roster->next_start == SIZE_MAX || roster->next_row == index->rows) {
      // Behind what the index does not explain the plain reader goes first.
      bool is_spent = roster->next_start != SIZE_MAX && index->special != SIZE_MAX;
      if (is_spent || !hoctap_index_from(roster, bytes, start, end, classify)) {
        roster->next_start = SIZE_MAX;
        return start;
      }
    }
    size_t rows = hoctap_look_ahead(roster, bytes, start, keys), row = 0;
    for (; row < rows; row++) {
      const uint32_t *ends = index->cell_ends + roster->next_cell;
      uint32_t row_end = ends[width];
      if (counts) {
        bool is_counted =
          index->is_bare ? hoctap_count_row(roster, bytes, ends, row_end, keys[row], true)
                         : hoctap_count_row(roster, bytes, ends, row_end, keys[row], false);
        if (!is_counted) break;
      }
      roster->rows += counts;
      roster->lines++;
      roster->next_cell += width;
      roster->next_row++;
      start = (size_t)row_end + 1;
      roster->next_start = start;
    }
    hoctap_add_awaited(roster);
    if (row < rows || rows == 0) {
      hoctap_leave_row(roster);
      return start;
    }
  }
  return start;
}

#endif
