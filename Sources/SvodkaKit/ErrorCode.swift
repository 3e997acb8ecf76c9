/// The program's error codes. Areas: C command line, P plan and configuration, R resources and lexicons,
/// I input and decoding, A analysis of one document, X external plugin, O output.
public enum ErrorCode: String, CaseIterable, Sendable {
  /// An option or argument that does not fit.
  case badArgument = "C101"
  /// The pipeline file is no YAML.
  case brokenYAML = "P101"
  /// A key that the pipeline file or a step's configuration does not have.
  case unknownKey = "P102"
  /// A value of the wrong kind.
  case wrongValue = "P103"
  /// No step of this name is known.
  case unknownStep = "P104"
  /// A layer that is needed and that no step makes.
  case missingProvider = "P105"
  /// Two steps make the same layer for one language.
  case twoProviders = "P106"
  /// Steps that need each other's layers.
  case cycle = "P107"
  /// A step that stands twice in a pipeline.
  case duplicateStep = "P108"
  /// `${name}` without a value.
  case unknownVariable = "P109"
  /// A pipeline file that includes itself.
  case includeCycle = "P110"
  /// Two steps give one layer different types.
  case layerTypeMismatch = "P111"
  /// The `svodka:` version of a pipeline file is not known.
  case unknownVersion = "P112"
  /// A language model that the pipeline requires is not installed.
  case missingModel = "P113"
  /// A step written as a file that does not find what its examples say.
  case failedExample = "P114"
  /// `kind:` of a step written as a file is not known.
  case unknownKind = "P115"
  /// A name that a list of actors gives to two at once.
  case conflictingActors = "P116"
  /// A data file that is not where it should be.
  case missingResource = "R101"
  /// A data file that cannot be read.
  case brokenResource = "R102"
  /// A language model or its package that is damaged, altered or of another version.
  case brokenModel = "R103"
  /// A language model that could not be fetched.
  case modelDownload = "R104"
  /// A file or folder that cannot be read.
  case unreadableInput = "I101"
  /// No file fits a path or pattern.
  case noInput = "I102"
  /// A line of JSON Lines that is no JSON object.
  case brokenJSON = "I103"
  /// An id that another document of the run has.
  case duplicateID = "I104"
  /// A row without an id.
  case missingID = "I105"
  /// Bytes that are no text.
  case binaryInput = "I106"
  /// A page nested too deep, or larger than the limit.
  case limitExceeded = "I107"
  /// A damaged gzip file.
  case brokenArchive = "I108"
  /// A date that is not ISO 8601.
  case badDate = "I109"
  /// A row with neither `text` nor `html`, or with a value of the wrong kind.
  case wrongField = "I110"
  /// A page that libxml2 cannot read.
  case brokenMarkup = "I111"
  /// Gold that does not fit its text.
  case badGold = "I112"
  /// An annotation file that breaks the rules of its format.
  case brokenAnnotation = "I113"
  /// Output that was not made from the texts of gold, or by another analyzer.
  case foreignOutput = "I114"
  /// A stored finding or summary that does not fit the analyzer of its name.
  case foreignSummary = "I115"
  /// A grouping finer than the one that a summary was made for, or summaries of different groupings.
  case finerGrouping = "I116"
  /// Summaries that were not made by the same pipeline.
  case otherPipeline = "I117"
  /// A row of corrections that cannot be applied.
  case badCorrection = "I118"
  /// A step read a layer that it did not declare.
  case undeclaredLayer = "A101"
  /// A declared layer is missing.
  case missingLayer = "A102"
  /// An analyzer that does not know the document's language.
  case unknownLanguage = "A103"
  /// A step failed in a way of its own.
  case stepFailed = "A104"
  /// The run was stopped.
  case cancelled = "A105"
  /// ICU reported an error.
  case textEngine = "A106"
  /// A plugin said that it failed on a document.
  case pluginFailed = "X101"
  /// A plugin that does not start, is not ready in time, or does not fit.
  case pluginStart = "X102"
  /// A process of a plugin that ended while it worked on a document.
  case pluginEnded = "X103"
  /// A plugin that went beyond its time, its memory or the length of a line.
  case pluginLimit = "X104"
  /// A plugin's answer that breaks the protocol.
  case pluginProtocol = "X105"
  /// A plugin that broke down too often.
  case pluginGivenUp = "X106"
  /// A plugin is to be confined, and bubblewrap is not there.
  case confinementMissing = "X107"
  /// The output cannot be written.
  case unwritableOutput = "O101"
  /// The run was ended by `--fail-fast` or `--max-failures`.
  case tooManyFailures = "O102"
  /// An evaluation that stays below its pinned floor, or a floor that would be lowered.
  case belowFloor = "O103"
  /// No floor is pinned for this gold and these models.
  case noFloor = "O104"
}
