import Model
import SampleSupport
import Testing

/// A small change to the sound workspace that raises one code, and a change that does not.
struct Fixture: CustomTestStringConvertible, Sendable {
  let code: FindingCode
  let edits: [WorkspaceEdit]
  /// The same thing done right; the sound workspace itself where this is empty.
  let twin: [WorkspaceEdit]
  /// What must be so before the change: a report is due only while something is open.
  let ground: [WorkspaceEdit]
  let workspace: SoundRequest.Workspace

  init(
    _ code: FindingCode, _ edits: [WorkspaceEdit], twin: [WorkspaceEdit] = [],
    upon ground: [WorkspaceEdit] = [], in workspace: SoundRequest.Workspace = .pilot
  ) {
    self.workspace = workspace
    self.code = code
    self.edits = edits
    self.twin = twin
    self.ground = ground
  }

  var testDescription: String { code.rawValue }
}

/// The folder of Bà Rịa, where most fixtures make their change.
let baRia = "2022/748-ba-ria"
let baRiaFigures = "\(baRia)/so-lieu.csv"
let baRiaLedger = "\(baRia)/minh-chung.csv"
let baRiaFeedback = "\(baRia)/gop-y.csv"
let baRiaCommunes = "\(baRia)/xa-phuong.csv"
let baRiaProse = "\(baRia)/thuyet-minh.md"
let baRiaFunding = "\(baRia)/kinh-phi.csv"
let provinceFolder = "2022/77-ba-ria-vung-tau"

/// A file of feedback with these lines, which has no bearing on any figure.
func feedback(
  _ rows: String..., heading: String = "Chỉ báo;Mức độ phù hợp;Vướng mắc;Kiến nghị",
  lineEnd: String = "\n"
) -> WorkspaceEdit {
  .text(baRiaFeedback, ([heading] + rows).map { $0 + lineEnd }.joined())
}
