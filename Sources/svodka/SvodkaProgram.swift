import ArgumentParser
public import SvodkaKit

/// The program, for packages that build a `svodka` of their own with further steps in it.
public enum SvodkaProgram {
  /// Runs the program over the arguments of the process, with `steps` beside those that are compiled in, and ends the process
  /// with an exit code when something went wrong.
  ///
  /// ```swift
  /// import SvodkaCommands
  ///
  /// await SvodkaProgram.main(with: [MyAnalyzer.descriptor])
  /// ```
  public static func main(with steps: [StepDescriptor] = []) async {
    await BuiltinPlugins.$added.withValue(steps) { await Svodka.main() }
  }
}
