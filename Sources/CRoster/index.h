#ifndef HOCTAP_INDEX_H
#define HOCTAP_INDEX_H

#include "classes.h"

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

/// How far an index has come.
struct hoctap_progress {
  size_t at, cells, rows;
  /// Cells that a quote opened.
  size_t opened;
  struct hoctap_carry carry;
  /// What the block before has of quotes and returns, and all of them of each.
  uint64_t last, quotes, returns;
};

/// Adds blocks as long as there are neither quotes nor returns.
HOCTAP_INLINE void hoctap_index_bare(
  struct hoctap_index *index, struct hoctap_progress *progress, const uint8_t *bytes, size_t stop,
  uint8_t separator, hoctap_classify_plainly classify) {
  size_t at = progress->at, cells = progress->cells, rows = progress->rows;
  uint64_t end = progress->carry.end;
  for (; at + 64 <= stop; at += 64) {
    struct hoctap_plain_classes classes = classify(bytes + at, separator);
    if (classes.is_unusual) break;
    end = classes.ends >> 63;
    cells = hoctap_places(index->cell_ends, cells, classes.ends, (uint32_t)at, 12);
    rows += (size_t)__builtin_popcountll(classes.line_feeds);
  }
  progress->at = at;
  progress->cells = cells;
  progress->rows = rows;
  progress->carry.end = end;
}

/// Adds blocks from the beginning of a row on, as long as each cell stands in quotes, none of which
/// hides a line end, and there are no returns.
HOCTAP_INLINE void hoctap_index_quoted(
  struct hoctap_index *index, struct hoctap_progress *progress, const uint8_t *bytes, size_t stop,
  uint8_t separator, struct hoctap_classifying classify) {
  size_t at = progress->at, cells = progress->cells, rows = progress->rows;
  uint64_t end = 1, inside = 0;
  for (; at + 64 <= stop; at += 64) {
    struct hoctap_quoted_classes classes = classify.quoted(bytes + at, separator);
    uint64_t now_inside = classify.parity(classes.quotes) ^ inside;
    uint64_t ends = classes.ends & ~now_inside;
    // What is not in quotes ends a cell or closes it, and no end follows another one.
    uint64_t odd = ~(classes.ends | classes.quotes | now_inside);
    odd |= ends & (ends * 2 + end);
    odd |= classes.line_feeds & now_inside;
    if ((odd | classes.returns) != 0) break;
    end = ends >> 63;
    inside = (uint64_t)((int64_t)now_inside >> 63);
    cells = hoctap_places(index->cell_ends, cells, ends, (uint32_t)at, 10);
    rows += (size_t)__builtin_popcountll(classes.line_feeds);
  }
  progress->at = at;
  progress->cells = cells;
  progress->rows = rows;
  progress->opened = progress->last = progress->quotes = cells - end;
  progress->carry = (struct hoctap_carry){inside, end, ~inside & 1 & ~end, 0};
}

/// Adds a block of any kind.
HOCTAP_INLINE void hoctap_index_any(
  struct hoctap_index *index, struct hoctap_progress *progress, const uint8_t *bytes, size_t end,
  uint8_t separator, struct hoctap_classifying classify) {
  size_t at = progress->at;
  struct hoctap_classes classes = classify.fully(bytes + at, separator);
  progress->quotes |= classes.quotes;
  progress->returns |= classes.returns;
  struct hoctap_carry *carry = &progress->carry;
  struct hoctap_block_index block = hoctap_read_block(classes, end - at, classify.parity, carry);
  progress->last = classes.quotes | classes.returns;
  progress->last |= carry->inside | carry->closing | carry->single_return;
  progress->opened += (size_t)__builtin_popcountll(block.opening);
  progress->cells = hoctap_places(index->cell_ends, progress->cells, block.ends, (uint32_t)at, 10);
  progress->rows += (size_t)__builtin_popcountll(block.line_feeds);
  if (block.special != 0) index->special = at + (size_t)__builtin_ctzll(block.special);
  progress->at = at + 64;
}

/// Finds the ends of rows among those of cells.
HOCTAP_INLINE void hoctap_index_rows(
  struct hoctap_index *index, const uint8_t *bytes, size_t width) {
  uint32_t others = 0;
  if (index->rows * width < index->cells) {
    for (size_t row = 0; row < index->rows; row++) {
      uint32_t row_end = index->cell_ends[(row + 1) * width];
      index->row_ends[row] = row_end;
      others |= bytes[row_end] ^ '\n';
    }
    // There are no more line feeds than these.
    if (others == 0) return;
  }
  size_t rows = 0;
  for (size_t cell = 1; cell < index->cells; cell++) {
    index->row_ends[rows] = index->cell_ends[cell];
    rows += bytes[index->cell_ends[cell]] == '\n';
  }
}

/// Indexes at most `size` bytes, whole blocks, from `start`, where a row of `width` cells begins;
/// stops behind what it cannot explain.
HOCTAP_INLINE void hoctap_make_index(
  struct hoctap_index *index, const uint8_t *bytes, size_t start, size_t end, size_t size,
  size_t width, uint8_t separator, struct hoctap_classifying classify) {
  size_t stop = end - start > size ? start + size : end;
  struct hoctap_progress progress = {.at = start, .cells = 1, .carry = {.end = 1}};
  index->cell_ends[0] = (uint32_t)start - 1;
  index->special = SIZE_MAX;
  // Where the first cell stands in quotes, the others do too as a rule.
  if (bytes[start] == '"')
    hoctap_index_quoted(index, &progress, bytes, stop, separator, classify);
  while (progress.at < stop && index->special == SIZE_MAX) {
    // Where one block has quotes, the next will have them too, and need not be read twice.
    if (progress.last == 0)
      hoctap_index_bare(index, &progress, bytes, stop, separator, classify.plainly);
    if (progress.at < stop)
      hoctap_index_any(index, &progress, bytes, end, separator, classify);
  }
  index->cells = progress.cells;
  index->rows = progress.rows;
  index->end = progress.at < end ? progress.at : end;
  hoctap_index_rows(index, bytes, width);
  // A cell may have begun that does not end in sight.
  bool has_begun = index->cell_ends[index->cells - 1] + 1 != (uint32_t)index->end;
  bool is_quoted = progress.returns == 0 && progress.opened == index->cells - 1 + has_begun;
  bool is_bare = (progress.quotes | progress.returns) == 0;
  index->dress = is_bare ? hoctap_bare : is_quoted ? hoctap_quoted : hoctap_mixed;
}

#endif
