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
