import Testing

/// A small sound rulebook of two tiers; each test spoils one line of it.
let sampleRulebook = """
  schema: hoctap/rulebook/1
  id: mau
  title: "Kế hoạch mẫu"
  shortTitle: "Kế hoạch số 1"
  inForce: {from: 2022-02-08, to: 2023-12-31}
  abbreviations:
    - {short: UBND, words: ủy ban nhân dân}
  issuers:
    - id: ubnd
      name: "UBND cấp huyện"
      bodies: ["Ủy ban nhân dân"]
    - id: phong
      name: "Phòng Giáo dục"
      bodies: ["Phòng Giáo dục"]
  interpretations:
    - id: mep
      governs: band-edge
      clause: "Mục III.1"
      question: "Đúng bằng 80 % thuộc mức nào?"
      default: lower
      readings:
        - {id: lower, text: "Mức thấp."}
        - {id: upper, text: "Mức cao."}
  tiers:
    district:
      title: "Bộ tiêu chí huyện"
      award: "huyện học tập"
      clause: "Phụ lục 1"
      counts: {standards: 1, criteria: 2, indicators: 4}
      level:
        prerequisite: {clause: "Mục III.1", criteria: ["1.1"], indicators: ["2.1.2"]}
        banded: {clause: "Mục III.1", criteria: [], indicators: ["2.1.1"]}
        bands:
          - {level: 1, from: "70", to: "80", clause: "mức 1"}
          - {level: 2, from: "80", to: "90", clause: "mức 2"}
          - {level: 3, from: "90", to: "100", clause: "mức 3"}
      standards:
        - id: "1"
          title: "Tiêu chuẩn"
          criteria:
            - id: "1.1"
              title: "Tiêu chí một"
              indicators:
                - id: "1.1.1"
                  wording: "Có kế hoạch"
                  shortName: "Kế hoạch"
                  clause: "chỉ báo 1.1.1"
                  measure: attestation
                  guidance: "Văn bản"
                  issuers: [ubnd]
                  office: van-phong
                  interpretations: []
                - id: "1.1.2"
                  wording: "Thu gom"
                  shortName: "Thu gom"
                  clause: "chỉ báo 1.1.2"
                  measure: {kind: compositeShare, atLeast: "90", components: [{id: ran, name: "Rắn"}, {id: long, name: "Lỏng"}]}
                  guidance: "Báo cáo"
                  issuers: [phong]
                  office: phong
                  interpretations: []
            - id: "2.1"
              title: "Tiêu chí hai"
              indicators:
                - id: "2.1.1"
                  wording: "Tỷ lệ xã"
                  shortName: "Tỷ lệ xã"
                  clause: "chỉ báo 2.1.1"
                  measure: {kind: share, atLeast: "70"}
                  source: {roster: communes, test: grade}
                  counted: "xã"
                  guidance: "Báo cáo"
                  issuers: [ubnd, phong]
                  office: phong
                  interpretations: [mep]
                - id: "2.1.2"
                  wording: "Hộ nghèo"
                  shortName: "Hộ nghèo"
                  clause: "chỉ báo 2.1.2"
                  measure: {kind: decrease, by: "1.5"}
                  guidance: "Báo cáo"
                  issuers: [phong]
                  office: phong
                  interpretations: []

  """

/// One spoilt line.
///
/// In `new`, `⟦` marks where the loader must point; without it, the mark stands in `at`.
struct Spoilt: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  /// A text that stands once in the file, marked by `⟦` at the place to point at.
  var at: String?
  /// Words of the message.
  let says: String

  init(_ old: String, _ new: String, at: String? = nil, says: String) {
    self.old = old
    self.new = new
    self.at = at
    self.says = says
  }

  var testDescription: String { "\(old) → \(new)" }
}

/// Where a marked text stands, both counted from 1.
struct Place: Equatable {
  let line: Int
  let column: Int
}

extension Spoilt {
  /// The file with the line spoilt and no marks, and the place that the loader must name.
  func applied(to text: String) throws -> (text: String, place: Place) {
    guard text.ranges(of: old).count == 1 else { throw SampleError.notOnce(old) }
    var marked = text.replacing(old, with: new)
    if let at {
      let plain = at.replacing("⟦", with: "")
      guard marked.ranges(of: plain).count == 1 else { throw SampleError.notOnce(plain) }
      marked = marked.replacing(plain, with: at)
    }
    let pieces = marked.split(separator: "⟦", omittingEmptySubsequences: false)
    guard pieces.count == 2 else { throw SampleError.notOnce("⟦") }
    let lines = pieces[0].split(separator: "\n", omittingEmptySubsequences: false)
    return (
      pieces.joined(), Place(line: lines.count, column: (lines.last?.count ?? 0) + 1)
    )
  }
}

enum SampleError: Error {
  case notOnce(String)
}
