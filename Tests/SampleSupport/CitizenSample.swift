import Model
import Pipeline

/// Every file that a run on the sample with targets writes, made once.
public enum CitizenSample {
  public struct File: Sendable {
    /// Path from the period's folder.
    public let path: String
    public let bytes: [UInt8]

    /// The unit's folder; empty at the top.
    public var folder: String { path.contains("/") ? String(path.prefix { $0 != "/" }) : "" }
  }

  public static func files() throws -> [File] { try written.get() }

  private static let written = Result {
    let request = try SampleRequest.citizens()
    return try outputs(judge(request), with: reportTemplates(request), of: request).map {
      File(path: $0.path, bytes: $0.bytes)
    }
  }
}
