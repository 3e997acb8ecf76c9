/// What a plugin sees of the environment: little, so that a run does not depend on the user's shell, and no key or token
/// reaches a plugin by chance.
public enum ProcessEnvironment {
  /// The variables that every plugin sees, where they are set.
  public static let allowed = [
    "PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYENV_ROOT",
    "PYENV_VERSION",
  ]

  /// What every plugin is told: its output is UTF-8 and leaves at once, whatever the language of the system.
  static let fixed = ["PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1", "PYTHONDONTWRITEBYTECODE": "1"]

  /// The environment of a plugin that asks for `names` beside those allowed.
  static func variables(besides names: [String], of environment: [String: String]) -> [String: String] {
    var kept: [String: String] = fixed
    for name in allowed + names { kept[name] = environment[name] ?? kept[name] }
    return kept
  }
}
