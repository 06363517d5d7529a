#ifndef HOCTAP_ROWS_H
#define HOCTAP_ROWS_H

#include "state.h"

/// One cell without its quotes.
struct hoctap_cell {
  const uint8_t *text;
  size_t length;
};

/// The cell between two ends, perhaps the last of its row.
HOCTAP_INLINE struct hoctap_cell hoctap_cell_at(
  const uint8_t *bytes, const uint32_t *ends, bool is_last, enum hoctap_dress dress) {
  uint32_t start = ends[0] + 1, end = ends[1];
  if (dress == hoctap_bare) return (struct hoctap_cell){bytes + start, end - start};
  if (dress == hoctap_quoted) return (struct hoctap_cell){bytes + start + 1, end - start - 2};
  // The return of CRLF belongs to the line end; the index has explained every other one.
  if (is_last) end -= end > start && bytes[end - 1] == '\r';
  // An empty cell begins with what ends it, which is no quote.
  uint32_t quote = bytes[start] == '"';
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
  while (roster->codes[slot] != 0) {
    int64_t number = (int64_t)roster->codes[slot] - 1;
    if (roster->keys[number] == key) return number;
    slot = (slot + 1) & (roster->code_slots - 1);
  }
  return -1;
}

/// Whether a cell stands as it is meant, without doubled quotes and blanks around it.
HOCTAP_INLINE bool hoctap_is_plain(struct hoctap_cell cell) {
  return cell.length == 0 || (cell.text[0] > ' ' && cell.text[cell.length - 1] > ' ' &&
                              memchr(cell.text, '"', cell.length) == NULL);
}

/// Whether a year of four digits lies outside of `years` after 1900.
HOCTAP_INLINE bool hoctap_is_no_year(uint32_t digits, uint32_t years) {
  uint32_t values = digits ^ 0x30303030;
  uint32_t bad = ((values + 0x76767676) | values) & 0x80808080;
  uint32_t pairs = (values << 3) + (values << 1) + (values >> 8);
  uint32_t year = (pairs & 0xFF) * 100 + (pairs >> 16 & 0xFF);
  return (bad != 0) | (year - 1900 > years);
}

/// The digits of a day of ten bytes, `yyyy-mm-dd` or `dd/mm/yyyy`, in the order year, month, day.
///
/// 0, which are none, where the signs between them are others.
HOCTAP_INLINE uint64_t hoctap_day_digits(const uint8_t *text) {
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
  return signs == 0 ? digits : 0;
}

/// The day that is written by digits as a number, or 0 for what is none.
///
/// In steps that have no branches, so that several days are reckoned at once.
HOCTAP_INLINE uint64_t hoctap_day_of(uint64_t digits) {
  uint64_t values = digits ^ 0x3030303030303030ull;
  uint64_t bad = ((values + 0x7676767676767676ull) | values) & 0x8080808080808080ull;
  uint64_t pairs = (values << 3) + (values << 1) + (values >> 8);
  int64_t century = (int64_t)(pairs & 0xFF), years = (int64_t)(pairs >> 16 & 0xFF);
  int64_t year = century * 100 + years;
  int64_t month = (int64_t)(pairs >> 32 & 0xFF), day = (int64_t)(pairs >> 48 & 0xFF);
  // By the Gregorian rule the century decides where the year ends it.
  int64_t february = 28 + (((years == 0 ? century : years) & 3) == 0);
  int64_t days = month == 2 ? february : 30 | (month ^ month >> 3);
  bool is_day = (bad == 0) & (year > 1899) & (year < 3000) & (month > 0) & (month < 13) &
                (day > 0) & (day <= days);
  return is_day ? (uint64_t)(year << 9 | month << 5 | day) : 0;
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

/// Rows that are read together, one column after another: what a column needs stays in registers,
/// and what is asked for from memory has come by the time of its use.
struct hoctap_batch {
  /// The place before the first row, and then the end of each cell.
  const uint32_t *ends;
  size_t rows;
  /// -1 for one that is not learnt.
  int64_t communes[hoctap_batch_rows];
  uint64_t days[hoctap_batch_rows];
  uint32_t groups[hoctap_batch_rows], marks[hoctap_batch_rows];
  struct hoctap_cell persons[hoctap_batch_rows];
  /// Not 0 where a row is left to the plain reader.
  uint32_t wrong[hoctap_batch_rows];
};

/// As many rows, beginning with the next of the index, have the right number of cells and nothing
/// that the index does not explain; no more than are read at once.
HOCTAP_INLINE size_t hoctap_whole_rows(const struct hoctap_roster *roster, size_t start) {
  const struct hoctap_index *index = &roster->index;
  const size_t width = (size_t)roster->layout.width;
  const uint32_t *row_ends = index->row_ends + roster->next_row;
  size_t most = index->rows - roster->next_row, cell = roster->next_cell + width, count = 0;
  if (most > roster->batch_rows) most = roster->batch_rows;
  for (; count < most; count++, cell += width) {
    size_t row_end = row_ends[count];
    bool is_whole = row_end < index->special && cell < index->cells &&
                    index->cell_ends[cell] == row_end &&
                    row_end - start < roster->layout.longest_row;
    if (!is_whole) break;
    start = row_end + 1;
  }
  return count;
}

/// Passes over the cells of a column, each under the name `cell`, in the row `row`; over none where
/// the file has no such column.
#define HOCTAP_EACH_CELL(column)                                                                 \
  const int32_t place = roster->layout.place[column];                                            \
  const size_t width = (size_t)roster->layout.width;                                             \
  const bool is_last = place + 1 == roster->layout.width;                                        \
  const uint32_t *ends = batch->ends + place;                                                    \
  struct hoctap_cell cell;                                                                       \
  if (place >= 0)                                                                                \
    for (size_t row = 0;                                                                         \
         row < batch->rows && (cell = hoctap_cell_at(bytes, ends, is_last, dress), true);        \
         row++, ends += width)

HOCTAP_INLINE void hoctap_read_communes(
  const struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch,
  enum hoctap_dress dress) {
  uint64_t keys[hoctap_batch_rows];
  HOCTAP_EACH_CELL(hoctap_commune) {
    keys[row] = hoctap_commune_key(cell);
    __builtin_prefetch(&roster->codes[hoctap_code_slot(keys[row], roster->code_shift)]);
  }
  for (size_t row = 0; row < batch->rows; row++)
    batch->communes[row] = hoctap_commune_number(roster, keys[row]);
}

// What is reckoned from cells is reckoned in loops of its own, which become vector instructions.

HOCTAP_INLINE void hoctap_read_years(
  const struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch,
  enum hoctap_dress dress) {
  const uint32_t years = roster->layout.last_year - 1900u;
  uint32_t digits[hoctap_batch_rows];
  HOCTAP_EACH_CELL(hoctap_year)
    digits[row] = cell.length == 4 ? (uint32_t)hoctap_load(cell.text) : 0;
  if (place < 0) return;
  for (size_t row = 0; row < batch->rows; row++)
    batch->wrong[row] |= hoctap_is_no_year(digits[row], years);
}

HOCTAP_INLINE void hoctap_read_groups(
  const struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch,
  enum hoctap_dress dress) {
  for (size_t row = 0; row < batch->rows; row++) batch->groups[row] = hoctap_counters - 1;
  HOCTAP_EACH_CELL(hoctap_group) {
    uint32_t group = hoctap_value(roster->spellings[hoctap_groups], cell.text, cell.length);
    batch->groups[row] = group;
    batch->wrong[row] |= group == hoctap_unknown;
  }
}

/// Reads what is yes or no; no where the file has no such column.
HOCTAP_INLINE void hoctap_read_flags(
  const struct hoctap_roster *roster, const uint8_t *bytes, const struct hoctap_batch *batch,
  enum hoctap_column column, uint32_t *flags, enum hoctap_dress dress) {
  HOCTAP_EACH_CELL(column)
    flags[row] = column == hoctap_status
                   ? hoctap_value(roster->spellings[hoctap_statuses], cell.text, cell.length)
                   : hoctap_flag_of(roster, cell);
  if (place < 0) memset(flags, 0, hoctap_batch_rows * sizeof *flags);
}

HOCTAP_INLINE void hoctap_read_marks(
  const struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch,
  enum hoctap_dress dress) {
  uint32_t titles[hoctap_batch_rows], skills[hoctap_batch_rows], proficient[hoctap_batch_rows],
    statuses[hoctap_batch_rows];
  hoctap_read_flags(roster, bytes, batch, hoctap_title, titles, dress);
  hoctap_read_flags(roster, bytes, batch, hoctap_skill, skills, dress);
  hoctap_read_flags(roster, bytes, batch, hoctap_proficient, proficient, dress);
  hoctap_read_flags(roster, bytes, batch, hoctap_status, statuses, dress);
  for (size_t row = 0; row < batch->rows; row++) {
    batch->marks[row] =
      titles[row] | skills[row] << 1 | proficient[row] << 2 | statuses[row] << 3;
    batch->wrong[row] |= (titles[row] | skills[row] | proficient[row] | statuses[row]) >> 1;
  }
}

HOCTAP_INLINE void hoctap_read_days(
  const struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch,
  enum hoctap_dress dress) {
  uint64_t digits[hoctap_batch_rows], lengths[hoctap_batch_rows];
  HOCTAP_EACH_CELL(hoctap_day) {
    // Half of the cells are empty, and which is hard to foresee: some bytes are read in any case.
    bool is_written = cell.length == 10;
    const uint8_t *text = is_written ? cell.text : (const uint8_t *)"2000-01-01";
    uint64_t read = hoctap_day_digits(text);
    digits[row] = is_written ? read : 0;
    lengths[row] = cell.length;
  }
  if (place < 0) {
    memset(batch->days, 0, sizeof batch->days);
    return;
  }
  for (size_t row = 0; row < batch->rows; row++) {
    batch->days[row] = hoctap_day_of(digits[row]);
    batch->wrong[row] |= (lengths[row] != 0) & (batch->days[row] == 0);
  }
}

HOCTAP_INLINE void hoctap_read_persons(
  const struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch,
  enum hoctap_dress dress) {
  HOCTAP_EACH_CELL(hoctap_person) {
    batch->persons[row] = cell;
    batch->wrong[row] |= !hoctap_is_plain(cell);
  }
}

HOCTAP_INLINE void hoctap_read_rows(
  const struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch,
  enum hoctap_dress dress) {
  memset(batch->wrong, 0, sizeof batch->wrong);
  hoctap_read_communes(roster, bytes, batch, dress);
  hoctap_read_years(roster, bytes, batch, dress);
  hoctap_read_groups(roster, bytes, batch, dress);
  for (size_t row = 0; row < batch->rows; row++) {
    size_t counter = (size_t)batch->communes[row] * hoctap_counters + batch->groups[row];
    if (batch->communes[row] >= 0) __builtin_prefetch(&roster->counters[counter], 1);
  }
  hoctap_read_marks(roster, bytes, batch, dress);
  hoctap_read_days(roster, bytes, batch, dress);
  hoctap_read_persons(roster, bytes, batch, dress);
}

/// Gives a commune that is new a number; `false` where its code cannot be learnt.
HOCTAP_INLINE bool hoctap_meet_commune(
  struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch, size_t row) {
  const int32_t place = roster->layout.place[hoctap_commune];
  const uint32_t *ends = batch->ends + row * (size_t)roster->layout.width + place;
  struct hoctap_cell code =
    hoctap_cell_at(bytes, ends, place + 1 == roster->layout.width, roster->index.dress);
  if (!hoctap_roster_can_learn_commune(code.text, code.length)) return false;
  batch->communes[row] = hoctap_roster_commune(roster, code.text, code.length);
  return batch->communes[row] >= 0;
}

/// Counts the rows of a batch up to one that is not plain; returns how many.
HOCTAP_INLINE size_t hoctap_count_rows(
  struct hoctap_roster *roster, const uint8_t *bytes, struct hoctap_batch *batch) {
  const struct hoctap_layout *layout = &roster->layout;
  const bool has_persons = layout->place[hoctap_person] >= 0;
  size_t row = 0;
  for (; row < batch->rows && batch->wrong[row] == 0; row++) {
    bool is_known = batch->communes[row] >= 0;
    if (!is_known && !hoctap_meet_commune(roster, bytes, batch, row)) break;
    uint32_t line = roster->lines + (uint32_t)row + 1, marks = batch->marks[row];
    hoctap_add(
      roster, (size_t)batch->communes[row] * hoctap_counters + batch->groups[row], marks);
    if (layout->facts != 0) {
      uint32_t facts = hoctap_facts_of(layout, marks, (uint32_t)batch->days[row]);
      if (facts != 0) hoctap_roster_note(roster, line, facts);
    }
    if (has_persons && batch->persons[row].length > 0)
      hoctap_roster_add_person(
        roster, batch->persons[row].text, batch->persons[row].length, line);
  }
  roster->rows += row;
  return row;
}

/// Makes an index of the window that begins at `start`.
typedef void (*hoctap_indexing)(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end);

/// Makes the index that begins at `start`; `false` where it holds no row.
HOCTAP_INLINE bool hoctap_index_from(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end,
  hoctap_indexing make_index) {
  struct hoctap_index *index = &roster->index;
  do {
    make_index(roster, bytes, start, end);
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
  hoctap_indexing make_index) {
  const struct hoctap_index *index = &roster->index;
  const size_t width = (size_t)roster->layout.width;
  if (start != roster->next_start) roster->next_start = SIZE_MAX;
  while (start < end && !hoctap_roster_is_full(roster)) {
    if (roster->next_start == SIZE_MAX || roster->next_row == index->rows) {
      // Behind what the index does not explain the plain reader goes first.
      bool is_spent = roster->next_start != SIZE_MAX && index->special != SIZE_MAX;
      if (is_spent || !hoctap_index_from(roster, bytes, start, end, make_index)) {
        roster->next_start = SIZE_MAX;
        return start;
      }
    }
    size_t whole = hoctap_whole_rows(roster, start), rows = whole;
    if (counts) {
      struct hoctap_batch batch;
      batch.ends = index->cell_ends + roster->next_cell;
      batch.rows = whole;
      if (index->dress == hoctap_bare)
        hoctap_read_rows(roster, bytes, &batch, hoctap_bare);
      else if (index->dress == hoctap_quoted)
        hoctap_read_rows(roster, bytes, &batch, hoctap_quoted);
      else
        hoctap_read_rows(roster, bytes, &batch, hoctap_mixed);
      rows = hoctap_count_rows(roster, bytes, &batch);
    }
    roster->lines += (uint32_t)rows;
    roster->next_row += rows;
    roster->next_cell += rows * width;
    if (rows > 0) start = roster->next_start = (size_t)index->cell_ends[roster->next_cell] + 1;
    if (roster->batch_rows < hoctap_batch_rows) roster->batch_rows *= 2;
    if (rows < whole || whole == 0) {
      roster->batch_rows = 1;
      hoctap_leave_row(roster);
      return start;
    }
  }
  return start;
}

#endif
