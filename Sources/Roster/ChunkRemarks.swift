import CRoster
import Model

/// What a chunk, or a part of one, adds that has an order.
struct ChunkRemarks {
  /// What of the text had been read with the chunk.
  let bytesRead: Int
  var rejects: [ChunkReject] = []
  /// Rows that were left out; a row may have several rejects.
  var refused = 0
  var notes: [hoctap_noted] = []
  var persons: [hoctap_person_row] = []
  /// The lines of the chunk, by its last part; 0 by those before.
  var lines = 0

  init(bytesRead: Int) { self.bytesRead = bytesRead }

  /// Whether it is to be handed on before more is added, so that memory stays within bounds whatever
  /// the text says.
  var isFull: Bool {
    rejects.count >= Self.mostRejects || notes.count >= Self.mostRows
      || persons.count >= Self.mostRows
  }

  /// As many rows of the usual length are in a chunk.
  static let mostRejects = 2048
  static let mostRows = 4 * mostRejects
}

/// A reject by its line in the chunk, counted from 1.
struct ChunkReject {
  let line: Int
  let code: FindingCode
  let column: RosterColumn?
  /// A column that is not read is named by its place.
  let place: Int?
  let value: String
}
