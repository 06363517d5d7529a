import Model

/// Judges yes or no (có, không).
func judgeAttestation(_ question: Question) -> Ruling {
  guard !question.isInvalid(nil) else { return .undecided(.invalid, [.invalid(component: nil)]) }
  guard let met = question.figure?.met else {
    return .undecided(.noData, [.missing(component: nil)])
  }
  return Ruling(
    status: met.value ? .met : .notMet, basis: .attestation, trace: [.attested(met.value)])
}
