/// A column that a file of a workspace may have; the raw value is its English heading.
enum ColumnKey: String, Hashable, Sendable {
  case indicator, component, met, numerator, denominator, percent, previous, current
  case referenceYear = "reference_year"
  case state, note
  case number, date, issuer, title, file
  case code, name, grade
  case trainingPlan = "training_plan"
  case digitalTools = "digital_tools"
  case freeWifi = "free_wifi"
  case openResources = "open_resources"
  case suitability, difficulty, proposal
  case source, purpose, planned, allocated, spent
  case reason, until
  case requestedBy = "requested_by"
  case approvedBy = "approved_by"
  case kind, unit, achievement, award
  case tier, parent
  case commune, group
  case persons = "n"
  case learningCitizen = "learning_citizen"
  case digitalSkill = "digital_skill"
  case proficient, recognised
  case validFrom = "valid_from"
  case validTo = "valid_to"
  /// What blank forms print beside a row for its reader, and nothing reads back.
  case wording, requirement, fill, guidance
  case acceptedIssuers = "accepted_issuers"

  /// The columns that a blank form fills in itself.
  static let printed: Set<ColumnKey> = [.wording, .requirement, .fill, .guidance, .acceptedIssuers]
}
