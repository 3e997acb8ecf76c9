#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SvodkaCorpus

/// Digests as a content security policy writes them.
enum Base64 {
  /// The SHA-256 of a text's UTF-8.
  static func sha256(_ text: String) -> String {
    let hex = Array(SHA256.hex(Array(text.utf8)).utf8)
    let bytes = stride(from: 0, to: hex.count, by: 2).map { index in
      UInt8(String(decoding: hex[index..<index + 2], as: UTF8.self), radix: 16) ?? 0
    }
    return Data(bytes).base64EncodedString()
  }
}
