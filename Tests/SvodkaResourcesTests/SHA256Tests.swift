import SvodkaResources
import Testing

struct SHA256Tests {
  // FIPS 180-4's examples.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
  ])
  func known(_ text: String, _ digits: String) {
    let bytes = Array(text.utf8)
    #expect(SHA256.hex(bytes) == digits)
    #expect(SHA256.bytes(bytes).count == 32 && SHA256.bytes(bytes).first == UInt8(digits.prefix(2), radix: 16))
    #expect(SHA256.prefix(bytes).x == UInt64(digits.prefix(16), radix: 16))
    #expect(SHA256.prefix(bytes).y == UInt64(digits.dropFirst(16).prefix(16), radix: 16))
  }
}
