#ifndef HOCTAP_ROSTER_H
#define HOCTAP_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Counts the rows of a roster of persons that are written plainly, which nearly all are.
//
// In C because the index of a text needs vector compares and their bits, and because each row costs
// a hundred instructions. What a cell may say is not known here: the plain reader of `Roster` judges
// each new spelling once and teaches it. Whatever is not known, or not plain, is left to that reader.

/// How the index is made.
enum hoctap_machine {
  hoctap_portable = 0,
  hoctap_sse2 = 1,
  hoctap_avx2 = 2,
};

/// The best that this processor has.
enum hoctap_machine hoctap_best_machine(void);

/// Bytes that may be read before and behind the text; the caller's buffers have them.
enum { hoctap_margin = 64 };

/// Columns that are read.
enum hoctap_column {
  hoctap_commune,
  hoctap_year,
  hoctap_group,
  hoctap_title,
  hoctap_skill,
  hoctap_proficient,
  hoctap_status,
  hoctap_day,
  hoctap_person,
  hoctap_columns,
};

/// What a learnt spelling stands for where it is unknown.
enum { hoctap_unknown = 0xFF };

/// Vocabularies that are learnt.
enum hoctap_vocabulary { hoctap_groups, hoctap_flags, hoctap_statuses, hoctap_vocabularies };

/// Facts about the path to recognition, each one bit.
enum hoctap_fact {
  /// Has the title and is not recognised.
  hoctap_title_unrecognised = 1,
  /// Is recognised, and no day says since when.
  hoctap_recognised_undated = 2,
  /// Was recognised before the programme began.
  hoctap_day_too_early = 4,
  /// Was recognised after the day as of which all is counted.
  hoctap_day_too_late = 8,
};

/// A row of which a fact holds.
struct hoctap_noted {
  uint32_t line;
  uint32_t facts;
};

/// The person of a row, as a number that only equal ids share.
struct hoctap_person_row {
  uint64_t person;
  uint32_t line;
};

/// A counter that was emptied because it was full.
struct hoctap_spill {
  uint32_t counter;
  uint16_t lanes[8];
};

enum { hoctap_spills = 288, hoctap_notes = 1024, hoctap_persons = 1024 };

/// The lanes of a counter: persons; those who have what each of four marks says; those who have the
/// first two of them, and the first three.
enum { hoctap_lanes = 7 };

/// The groups of a commune, each with a counter; the last is for rows without a group.
enum { hoctap_counters = 8 };

struct hoctap_roster;

/// Returns NULL when memory is short.
struct hoctap_roster *hoctap_roster_make(enum hoctap_machine machine);
void hoctap_roster_free(struct hoctap_roster *roster);

/// How the columns of one file lie.
struct hoctap_layout {
  /// The place of each column, or -1.
  int32_t place[hoctap_columns];
  int32_t width;
  uint8_t separator;
  uint16_t last_year;
  /// Rows of as many bytes, or more, are left to the plain reader.
  uint32_t longest_row;
  /// Facts that are asked for.
  uint32_t facts;
  /// Days between which a recognition may lie, as numbers: year << 9 | month << 5 | day.
  uint32_t first_day, last_day;
};

void hoctap_roster_lay_out(struct hoctap_roster *roster, const struct hoctap_layout *layout);

/// Forgets what was seen of a text, before another one.
void hoctap_roster_begin_text(struct hoctap_roster *roster);

/// Counts the rows from `start` on that end before `end`, until one of them is not plain, or what is
/// to be fetched is full; returns where the first row begins that was not counted.
size_t hoctap_roster_take(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end);

/// Steps over plain rows in the same way, and counts none.
size_t hoctap_roster_skip(
  struct hoctap_roster *roster, const uint8_t *bytes, size_t start, size_t end);

/// Whether the last call ended because something is to be fetched.
bool hoctap_roster_is_full(const struct hoctap_roster *roster);

/// Lines that were passed since the text began; the plain reader adds its own.
uint32_t hoctap_roster_lines(const struct hoctap_roster *roster);
void hoctap_roster_add_lines(struct hoctap_roster *roster, uint32_t lines);

/// Where the last line of a text without quotes begins; 0 where no line feed ends one before.
size_t hoctap_roster_last_line(const uint8_t *bytes, size_t end);

/// Rows that were counted since the roster was made.
uint64_t hoctap_roster_rows(const struct hoctap_roster *roster);

/// Teaches what a spelling stands for; one that is too long, or has a quote or NUL, is not learnt.
void hoctap_roster_learn(
  struct hoctap_roster *roster, enum hoctap_vocabulary vocabulary, const uint8_t *spelling,
  size_t length, uint8_t value);

/// The number of a commune, which is given counters where it has none yet; -1 when memory is short.
///
/// Short and plain codes are learnt; each call with another one is a new commune.
int64_t hoctap_roster_commune(
  struct hoctap_roster *roster, const uint8_t *code, size_t length);

/// Whether such a code is learnt; where it is not ASCII, the plain reader sees whether it is text.
bool hoctap_roster_can_learn_commune(const uint8_t *code, size_t length);

/// How many communes have a number.
size_t hoctap_roster_communes(const struct hoctap_roster *roster);

/// The code of a commune that was learnt: up to 7 bytes from the lowest on, and their number in the
/// highest; 0 for another one.
uint64_t hoctap_roster_code(const struct hoctap_roster *roster, size_t commune);

/// Counts one row that the plain reader has judged; `marks` has a bit for each of the four.
void hoctap_roster_count(
  struct hoctap_roster *roster, uint32_t commune, uint32_t group, uint32_t marks);

/// Adds the facts and the person of such a row; there must be room, see `hoctap_roster_is_full`.
void hoctap_roster_note(struct hoctap_roster *roster, uint32_t line, uint32_t facts);
void hoctap_roster_add_person(
  struct hoctap_roster *roster, const uint8_t *id, size_t length, uint32_t line);

/// What of the facts that are asked for holds; a day is such a number, or 0.
uint32_t hoctap_roster_facts(const struct hoctap_roster *roster, uint32_t marks, uint32_t day);

/// The lanes of each counter, 8 a counter and 8 counters a commune.
const uint16_t *hoctap_roster_counters(const struct hoctap_roster *roster);

/// What is to be fetched; afterwards there is room again.
size_t hoctap_roster_fetch_spills(
  struct hoctap_roster *roster, const struct hoctap_spill **spills);
size_t hoctap_roster_fetch_notes(struct hoctap_roster *roster, const struct hoctap_noted **notes);
size_t hoctap_roster_fetch_persons(
  struct hoctap_roster *roster, const struct hoctap_person_row **persons);

/// Lets go of the code that the start of the program has read into memory, ten megabytes and more;
/// what is needed again comes back.
void hoctap_release_code(void);

#endif
