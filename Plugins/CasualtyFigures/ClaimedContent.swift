import SvodkaKit
import SvodkaLanguage

/// Who says what, as figures need it.
struct ClaimedContent {
  /// Who vouches for the number at a span, and who denies it.
  func claim(on span: TextSpan, in sentence: Int) -> (by: CasualtyFigure.Claimant?, denied: CasualtyFigure.Claimant?) {
    (nil, nil)
  }
}
