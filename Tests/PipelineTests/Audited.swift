import Audit
import Model
import Pipeline

/// What `verify` finds in the files of a run that were just made.
func discrepancies(in files: [OutputFile], of request: RunRequest) throws -> [Discrepancy] {
  try verify(
    files.map { WorkspaceFile(path: $0.path, bytes: $0.bytes) }, templates: request.templates
  ).discrepancies
}
