/// Who acts, by the user's own list of actors: under one key stand all the names that the list rolls up to it.
public struct Actor: Sendable, Hashable, Codable {
  /// The key of the list; of an actor that has a parent, the key of the topmost one.
  public var key: String
  /// The first name that the list gives it.
  public var name: String
  /// The side that it is on; nil where the list gives none, as it should for mediators.
  public var side: String?
  /// The key of the part of the actor that was named: the ministry of a state.
  public var part: String?

  /// Makes an actor.
  public init(key: String, name: String, side: String? = nil, part: String? = nil) {
    (self.key, self.name, self.side, self.part) = (key, name, side, part)
  }

  enum CodingKeys: String, CodingKey { case key, name, side, part }

  /// Writes every field, `null` where there is nothing.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(key, forKey: .key)
    try container.encode(name, forKey: .name)
    try container.encode(side, forKey: .side)
    try container.encode(part, forKey: .part)
  }
}
